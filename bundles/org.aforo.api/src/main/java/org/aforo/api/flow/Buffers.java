package org.aforo.api.flow;

import java.time.Duration;
import java.time.Instant;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Flush triggers by size, count and age. A {@link FlowBuffer} does the accounting; the records
 * themselves stay where their owner keeps them, usually in a record log.
 */
@ProviderType
public interface Buffers {

    /** Opens a buffer whose flushes {@code flusher} does. */
    FlowBuffer open(Spec spec, Flusher flusher);

    /**
     * @param name       shown with it
     * @param maxBytes   flush at this many bytes; {@link Long#MAX_VALUE} for no such trigger
     * @param maxRecords flush at this many records; {@link Long#MAX_VALUE} for no such trigger
     * @param maxAge     flush when the oldest record is this old
     * @param capacity   bytes held and being flushed at which {@link FlowBuffer#add} waits
     */
    record Spec(String name, long maxBytes, long maxRecords, Duration maxAge, long capacity) {
    }

    /**
     * Does one flush; called on a virtual thread (or the thread that steps the clock), one at a time and
     * in order. It keeps trying by its own rules; what it throws is reported and the batch counts as done.
     */
    @FunctionalInterface
    interface Flusher {
        /** Moves the oldest {@link Batch#records()} records on. */
        void flush(Batch batch) throws Exception;
    }

    /** What is to be flushed: the oldest records that were added and not yet flushed. */
    record Batch(long records, long bytes, Instant opened, FlushReason reason) {
    }
}
