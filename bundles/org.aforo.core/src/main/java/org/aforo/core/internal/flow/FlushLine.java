package org.aforo.core.internal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Events;
import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.Buffers.Batch;
import org.aforo.api.flow.Buffers.Flusher;
import org.aforo.api.time.Scheduler;
import org.aforo.core.internal.time.BenchTime;

/**
 * The batches of one buffer on their way out: one at a time, in order. All methods but {@link #help} are
 * called with {@link #lock} held.
 */
final class FlushLine {

    final ReentrantLock lock = new ReentrantLock();

    private final Condition progress = lock.newCondition();
    private final BenchTime time;
    private final Scheduler scheduler;
    private final Events events;
    private final String name;
    private final Flusher flusher;
    private final ArrayDeque<Batch> queue = new ArrayDeque<>();
    private Thread runner;
    private long put;
    private long done;
    private long bytes;
    private BufferState.Flush last;
    private boolean closed;

    FlushLine(BenchTime time, Scheduler scheduler, Events events, String name, Flusher flusher) {
        this.time = time;
        this.scheduler = scheduler;
        this.events = events;
        this.name = name;
        this.flusher = flusher;
    }

    /** Adds a batch. {@link #start} or {@link #help} gets it moving. */
    void put(Batch batch) {
        queue.add(batch);
        put++;
        bytes += batch.bytes();
    }

    /** How many batches were put so far. */
    long put() {
        return put;
    }

    /** Whether the first {@code count} batches are done, or never will be. */
    boolean done(long count) {
        return closed || done >= count;
    }

    /** Whether the calling thread does a flush. */
    boolean flushesHere() {
        return runner == Thread.currentThread();
    }

    long waitingBytes() {
        return queue.stream().mapToLong(Batch::bytes).sum();
    }

    long waitingRecords() {
        return queue.stream().mapToLong(Batch::records).sum();
    }

    /** Bytes that wait or are being flushed. */
    long bytes() {
        return bytes;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(queue.peek()).map(Batch::opened);
    }

    Optional<BufferState.Flush> last() {
        return Optional.ofNullable(last);
    }

    /** Moves what is there on a virtual thread, unless it is moving already. */
    void start() {
        if (runner == null && !closed && !queue.isEmpty()) {
            runner = scheduler.start("flush " + name, this::drain);
        }
    }

    /**
     * Moves what is there on the calling thread, the one that moves time; if a flush is under way, waits
     * for it, unless that waits for time itself. Called without the lock.
     */
    void help() {
        boolean interrupted = false;
        lock.lock();
        try {
            long wanted = put;
            while (runner != null && !done(wanted) && !time.waits(runner)) {
                interrupted |= look();
            }
            if (runner != null || closed || queue.isEmpty()) {
                return;
            }
            runner = Thread.currentThread();
        } finally {
            lock.unlock();
            restore(interrupted);
        }
        drain();
    }

    /** Waits for a batch to be done. The thread that moves time moves it when the flush waits for that. */
    void await() throws InterruptedException {
        if (!time.movedHere()) {
            progress.await();
        } else if (runner != null && time.waits(runner)) {
            lock.unlock();
            try {
                scheduler.sleep(Duration.ofMillis(1));
            } finally {
                lock.lock();
            }
        } else {
            progress.await(1, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Drops what waits and waits for the flush under way. One that waits for bench time, as between
     * attempts, is interrupted: that time may never come.
     */
    void close() {
        closed = true;
        queue.clear();
        progress.signalAll();
        boolean interrupted = false;
        while (runner != null && !flushesHere()) {
            if (time.waits(runner)) {
                runner.interrupt();
            }
            interrupted |= look();
        }
        restore(interrupted);
    }

    /** Waits a moment: a flush may begin to wait for time without a word. Returns whether it was interrupted. */
    private boolean look() {
        try {
            progress.await(1, TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException toBeRestored) {
            return true;
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        boolean interrupted = false;
        for (Batch batch = next(); batch != null; batch = next()) {
            interrupted |= flush(batch);
        }
        restore(interrupted);
    }

    private Batch next() {
        lock.lock();
        try {
            Batch next = queue.poll();
            if (next == null) {
                runner = null;
                progress.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether it was interrupted. */
    private boolean flush(Batch batch) {
        Instant began = time.now();
        try {
            flusher.flush(batch);
            return false;
        } catch (Throwable thrown) {
            // A flusher handles its failures itself; what gets here is told, and the line goes on.
            events.publish("flush-failed", "", "Flush of " + name + " failed: " + thrown);
            return thrown instanceof InterruptedException;
        } finally {
            finished(new BufferState.Flush(began, batch.reason(), batch.records(), batch.bytes()));
        }
    }

    private void finished(BufferState.Flush flush) {
        lock.lock();
        try {
            bytes -= flush.bytes();
            last = flush;
            done++;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
