package org.aforo.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.swt.widgets.Display;

/**
 * Measures how long the UI thread keeps others waiting: knocks every few milliseconds, and times the answer. What it
 * waits for a processor that other programs have isn't its own doing, and is told apart: its own are the processor's
 * time it used meanwhile, and the time in which it was seen waiting for a lock or an answer.
 */
final class Watchdog implements AutoCloseable {

    private static final long EVERY = 5;
    private static final long LONG = 80_000_000;

    private final Display display;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong longestOwn = new AtomicLong();
    private volatile long used;
    private volatile long stuck;
    /** What the UI thread did while somebody waited long, by when the waiting began. */
    private final Map<Long, String> where = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long knocked;

    Watchdog(Display display) {
        this.display = display;
        thread = Thread.ofPlatform().daemon().name("ui watchdog").start(this::watch);
    }

    private void watch() {
        while (!closed && !display.isDisposed()) {
            long began = knocked;
            if (began == 0) {
                used = THREADS.getThreadCpuTime(display.getThread().threadId());
                stuck = 0;
                knocked = System.nanoTime();
                display.asyncExec(this::answered);
            } else if (display.getThread().getState() != Thread.State.RUNNABLE) {
                stuck += EVERY * 1_000_000;
            }
            if (began != 0 && System.nanoTime() - began > LONG) {
                where.put(began, String.join("\n    at ", Arrays.stream(display.getThread().getStackTrace())
                        .map(StackTraceElement::toString).toList()));
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void answered() {
        long waited = System.nanoTime() - knocked;
        long own = THREADS.getCurrentThreadCpuTime() - used + stuck;
        knocked = 0;
        longestOwn.accumulateAndGet(Math.min(waited, own), Math::max);
        longest.accumulateAndGet(waited, Math::max);
    }

    /** Begins anew. */
    void reset() {
        longest();
        longestOwn.set(0);
        where.clear();
    }

    /** The longest wait since the last call; a knock that waits for its answer counts with what it waited so far. */
    Duration longest() {
        long began = knocked;
        long open = began == 0 ? 0 : System.nanoTime() - began;
        return Duration.ofNanos(Math.max(open, longest.getAndSet(0)));
    }

    /** The longest wait by the UI thread's own doing since the last reset. */
    Duration longestOwn() {
        return Duration.ofNanos(longestOwn.get());
    }

    /** What kept the UI thread, for who looks for the cause. */
    String where() {
        return String.join("\n", where.values());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
