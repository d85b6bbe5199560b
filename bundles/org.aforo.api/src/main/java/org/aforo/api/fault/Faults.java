package org.aforo.api.fault;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Failures on purpose; all of them pass through here. The protocol asks {@link #gate} before each
 * operation and {@link #answer} after it, services that work in batches ask {@link #entry} for each entry and
 * {@link #entryAnswer} after it, and whoever hands records to another service's sink asks {@code gate} with the
 * operation {@code deliver}.
 *
 * <p>
 * A resource is named by its name or its ARN, a part of one (a shard) by {@code WHOLE/KIND/PART}, as its ARN
 * ends. A fault on the whole hits calls on its parts too. Choices depend on a fault's seed and on how often it was asked.
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

    /**
     * As {@link #gate}, for a service that finds out only in the midst of a call which part of a resource it is
     * about. Faults that the gate asked already aren't asked again.
     *
     * @param resource what the call turned out to be about
     * @param asked    the resource that the gate was asked with
     */
    void gatePart(String service, String operation, String resource, String asked, AwsError throttled)
            throws AwsError, InterruptedException;

    /** After an operation was done: throws the error that its caller is told instead of the answer. */
    void answer(String service, String operation, String resource) throws AwsError;

    /**
     * The error that one entry of a batch is to fail with, or null.
     *
     * @param resources what the entry is about: a fault on any of them hits it
     */
    AwsError entry(String service, String operation, String... resources);

    /** As {@link #entry}, for an entry that was done: the error that is told of it all the same, or null. */
    AwsError entryAnswer(String service, String operation, String... resources);

    /**
     * That an effect hits.
     *
     * @param lot from 0 to below 1, as repeatable as the hit: for what the effect leaves open
     */
    record Hit<E extends Fault.Effect>(E effect, double lot) {
    }

    /**
     * Whether one thing (a message) is hit by an effect that the service itself must bring about; to be asked once
     * for each.
     *
     * @return null when it isn't
     */
    <E extends Fault.Effect> Hit<E> strike(Class<E> effect, String service, String operation, String... resources);

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
