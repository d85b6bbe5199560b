package org.aforo.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something a service holds that data flows through: a stream, a shard, a delivery stream, a bucket, a
 * queue. Workbench, control API, CloudWatch metrics, Prometheus and reports draw from these alone; a
 * service never draws. Live: each getter tells the present. Getters are called at 4-10 Hz and must not
 * block.
 */
@ConsumerType
public interface Resource {

    /** Its name to the world; unique in the bench. */
    Arn arn();

    /** What it is, in lower case with dashes: {@code stream}, {@code shard}, {@code delivery-stream}. */
    String kind();

    /** Its short name. */
    String name();

    /** The resource it is part of, if any. */
    default Optional<Arn> parent() {
        return Optional.empty();
    }

    /** Its state in AWS's word, {@code ACTIVE} where AWS has none. */
    default String state() {
        return "ACTIVE";
    }

    /** What else there is to tell, in display order. */
    default Map<String, String> attributes() {
        return Map.of();
    }

    /** What came in. */
    Meter in();

    /** What went out. */
    Meter out();

    /** What it holds back, and until when. */
    default List<BufferState> buffers() {
        return List.of();
    }

    /** Where its data goes. */
    default List<Link> links() {
        return List.of();
    }

    /**
     * A way data takes from this resource.
     *
     * @param to    the resource it leads to, which may not exist (any more)
     * @param label what it is: {@code delivers to}, {@code errors to}; with {@code source} alone, data comes from there
     */
    record Link(Arn to, String label) {
    }
}
