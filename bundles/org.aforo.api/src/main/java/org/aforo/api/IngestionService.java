package org.aforo.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.ObjectSink;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.meter.PublishedMetric;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service of the bench: one way of bringing data in. Published as an OSGi service (whiteboard), it is
 * running from the moment it is registered to the moment it is taken back; its endpoints, resources and
 * charts appear and go with it.
 *
 * <p>Built with the {@link Bench} injected into its constructor, where it restores its state; it closes
 * what it opened (meters, logs, timers, buffers) when deactivated. All methods may be called by many
 * threads at once and must not block for long, except the operations themselves, which run on virtual
 * threads.
 */
@ConsumerType
public interface IngestionService {

    /** Who this is. */
    ServiceDescriptor descriptor();

    /** What it answers; asked once, when it is plugged in. */
    List<Endpoint> endpoints();

    /** What it holds now, parents before children. A snapshot; the resources in it are live. */
    Collection<? extends Resource> resources();

    /** Forgets every resource and record, as if never used. */
    void reset();

    /** A place that takes records, if the ARN names one of this service's that exists. */
    default Optional<RecordSink> sink(Arn arn) {
        return Optional.empty();
    }

    /** A place that records are read from, if the ARN names one of this service's that exists. */
    default Optional<RecordSource> source(Arn arn) {
        return Optional.empty();
    }

    /** A place that takes objects, if the ARN names one of this service's that exists. */
    default Optional<ObjectSink> objects(Arn arn) {
        return Optional.empty();
    }

    /** A way to look at records without taking them, if the ARN names a resource of this service's that has some. */
    default Optional<RecordPeek> peek(Arn arn) {
        return Optional.empty();
    }

    /** What a person can do with its resources, in the order it is offered. The same at all times. */
    default List<Action> actions() {
        return List.of();
    }

    /** Its figures under CloudWatch's names, as they are published now. Asked once a minute of bench time. */
    default Collection<PublishedMetric> metrics() {
        return List.of();
    }

    /**
     * Removes what is in a resource, and leaves the resource. On a virtual thread, so it may take its time.
     *
     * @return how many records or objects went
     * @throws AwsError {@code UnsupportedOperation} when it can't be emptied, the service's own error when it isn't there
     */
    default long empty(Arn arn) throws AwsError, InterruptedException {
        throw AwsError.client("UnsupportedOperation", arn + " can't be emptied.");
    }
}
