package org.aforo.api;

import java.net.URI;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** The listening gateway; registered as an OSGi service once it answers. */
@ProviderType
public interface Gateway {

    /** Where it answers, with the port it really has. */
    URI endpoint();

    /** Where it answers over TLS, if it does. */
    Optional<URI> tlsEndpoint();
}
