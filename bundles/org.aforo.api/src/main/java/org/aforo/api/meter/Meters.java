package org.aforo.api.meter;

import java.util.Collection;

import org.osgi.annotation.versioning.ProviderType;

/** Where figures are kept. Meters are sampled four times a second into a ring that {@link Meter#history()} reads. */
@ProviderType
public interface Meters {

    /**
     * Opens a meter, or gives the open one of that name.
     *
     * @param owner ARN of the resource, or another name that is unique in the bench
     * @param name  {@code in}, {@code out} or the like
     */
    Meter open(String owner, String name);

    /** The open meters. */
    Collection<Meter> all();
}
