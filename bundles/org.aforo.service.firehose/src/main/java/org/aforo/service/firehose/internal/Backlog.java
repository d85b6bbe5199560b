package org.aforo.service.firehose.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.time.Scheduler;

/** Counts what is taken in and not yet delivered, and keeps it below a limit. Safe for many threads. */
final class Backlog {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final LongSupplier capacity;
    private final Scheduler.Signal room;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private volatile boolean closed;

    Backlog(LongSupplier capacity, Scheduler scheduler) {
        this.capacity = capacity;
        this.room = scheduler.signal();
    }

    /** Counts in if there is room; something is always taken when nothing is held. */
    boolean tryHold(long count, long size) {
        long before = bytes.getAndAdd(size);
        if (before > 0 && before + size > capacity.getAsLong()) {
            bytes.addAndGet(-size);
            return false;
        }
        records.addAndGet(count);
        return true;
    }

    /**
     * Counts in, once there is room.
     *
     * @throws AwsError {@code ServiceUnavailableException} when the delivery stream goes meanwhile
     */
    void hold(long count, long size) throws InterruptedException {
        for (long stamp = room.stamp(); !tryHold(count, size); stamp = room.stamp()) {
            if (closed) {
                throw Errors.slowDown();
            }
            room.await(stamp, LOOK_AGAIN);
        }
    }

    /** Counts in whether there is room or not. */
    void force(long count, long size) {
        bytes.addAndGet(size);
        records.addAndGet(count);
    }

    void release(long count, long size) {
        bytes.addAndGet(-size);
        records.addAndGet(-count);
        room.raise();
    }

    /** Lets nobody wait any more. */
    void close() {
        closed = true;
        room.raise();
    }

    long bytes() {
        return bytes.get();
    }

    long records() {
        return records.get();
    }

    long capacity() {
        return capacity.getAsLong();
    }
}
