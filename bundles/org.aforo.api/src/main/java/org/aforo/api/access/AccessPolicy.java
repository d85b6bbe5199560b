package org.aforo.api.access;

import org.osgi.annotation.versioning.ProviderType;

/** A resource's policy, read once and for all. Immutable, for many threads. */
@ProviderType
public interface AccessPolicy {

    /** What a policy says of a request. */
    enum Decision {
        /** A statement allows it, and none denies it. */
        ALLOWED,
        /** A statement denies it, whatever others say. */
        DENIED,
        /** No statement is about it. */
        NOT_MENTIONED
    }

    /** What it says of a request, at this moment of the bench's clock. */
    Decision decide(AccessRequest request);
}
