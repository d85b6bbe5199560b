package org.aforo.api.flow;

import java.time.Duration;

import org.osgi.annotation.versioning.ProviderType;

/** The accounting and the triggers of one buffer. Safe for many threads. */
@ProviderType
public interface FlowBuffer extends AutoCloseable {

    /**
     * Counts one record (or several that stay together) in; the one that reaches a trigger is part of
     * that flush. Waits while the buffer is at its capacity.
     */
    void add(long records, long bytes) throws InterruptedException;

    /** As {@link #add}, but gives up at once when the buffer is at its capacity. */
    boolean tryAdd(long records, long bytes);

    /** Flushes what is held, if anything, and returns when it is done. */
    void flush() throws InterruptedException;

    /** Changes the triggers; takes effect at once for what is held. */
    void retune(long maxBytes, Duration maxAge);

    /** What it holds now. */
    BufferState state();

    /** Stops the triggers; what is held isn't flushed. Waits for a flush under way. */
    @Override
    void close();
}
