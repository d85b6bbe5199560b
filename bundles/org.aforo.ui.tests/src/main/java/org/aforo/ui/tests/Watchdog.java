package org.aforo.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.swt.widgets.Display;

/** Measures how long the UI thread keeps others waiting: knocks every few milliseconds, and times the answer. */
final class Watchdog implements AutoCloseable {

    private static final long EVERY = 5;
    private static final long LONG = 80_000_000;

    private final Display display;
    private final AtomicLong longest = new AtomicLong();
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
                knocked = System.nanoTime();
                display.asyncExec(this::answered);
            } else if (System.nanoTime() - began > LONG) {
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
        knocked = 0;
        longest.accumulateAndGet(waited, Math::max);
    }

    /** Begins anew. */
    void reset() {
        longest();
        where.clear();
    }

    /** The longest wait since the last call; a knock that waits for its answer counts with what it waited so far. */
    Duration longest() {
        long began = knocked;
        long open = began == 0 ? 0 : System.nanoTime() - began;
        return Duration.ofNanos(Math.max(open, longest.getAndSet(0)));
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
