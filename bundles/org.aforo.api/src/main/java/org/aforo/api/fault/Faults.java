package org.aforo.api.fault;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Failures on purpose; all of them pass through here. The protocol asks {@link #gate} before each
 * operation, services that work in batches ask {@link #entry} for each entry, and whoever hands records
 * to another service's sink asks {@code gate} with the operation {@code deliver}.
 */
@ProviderType
public interface Faults {

    /**
     * Lets a call through, holds it up, or fails it.
     *
     * @param service   id
     * @param operation name
     * @param resource  name or ARN, or null
     * @param throttled the service's own throttling error
     */
    void gate(String service, String operation, String resource, AwsError throttled)
            throws AwsError, InterruptedException;

    /** The error that one entry of a batch is to fail with, or null. */
    AwsError entry(String service, String operation, String resource);

    /** Whether any fault is active: lets hot paths skip the rest. */
    boolean any();

    /** Injects; the given id is ignored. */
    Fault inject(Fault fault);

    /** The active ones. */
    List<Fault> active();

    /** Removes one; false when there is none of that id. */
    boolean remove(String id);

    /** Removes all. */
    void clear();
}
