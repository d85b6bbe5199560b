package org.aforo.ui.tests;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.swt.widgets.Display;

/** Measures how long the UI thread keeps others waiting: knocks every few milliseconds, and times the answer. */
final class Watchdog implements AutoCloseable {

    private static final long EVERY = 5;

    private final Display display;
    private final AtomicLong longest = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long knocked;

    Watchdog(Display display) {
        this.display = display;
        thread = Thread.ofPlatform().daemon().name("ui watchdog").start(this::watch);
    }

    private void watch() {
        while (!closed && !display.isDisposed()) {
            if (knocked == 0) {
                knocked = System.nanoTime();
                display.asyncExec(this::answered);
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

    /** The longest wait since the last call; a knock that waits for its answer counts with what it waited so far. */
    Duration longest() {
        long began = knocked;
        long open = began == 0 ? 0 : System.nanoTime() - began;
        return Duration.ofNanos(Math.max(open, longest.getAndSet(0)));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
