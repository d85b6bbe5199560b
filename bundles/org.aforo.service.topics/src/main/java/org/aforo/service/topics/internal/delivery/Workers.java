package org.aforo.service.topics.internal.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.aforo.api.time.Scheduler;

/**
 * Does work in turns, so many at a time, on virtual threads; while time is stepped, on the thread that steps it. Who
 * has more to do after a turn comes again, behind those that wait: none can keep the others waiting. Safe for many
 * threads.
 */
public final class Workers {

    private final Scheduler scheduler;
    private final LongSupplier most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private int busy;

    public Workers(Scheduler scheduler, LongSupplier most) {
        this.scheduler = scheduler;
        this.most = most;
    }

    /** Does a turn as soon as there is room. Never blocks. */
    public void submit(Runnable turn) {
        lock.lock();
        try {
            turns.add(turn);
            if (busy >= most.getAsLong()) {
                return;
            }
            busy++;
        } finally {
            lock.unlock();
        }
        begin();
    }

    private void begin() {
        scheduler.after(Duration.ZERO, "sns delivery", this::work);
    }

    private void work() {
        boolean done = false;
        try {
            for (Runnable turn = next(); turn != null; turn = next()) {
                turn.run();
            }
            done = true;
        } finally {
            if (!done) {
                // A turn that failed is reported by the scheduler; the others go on with another worker.
                begin();
            }
        }
    }

    /** The next turn; null when there is none, and the worker isn't busy any more. */
    private Runnable next() {
        lock.lock();
        try {
            Runnable turn = turns.poll();
            if (turn == null) {
                busy--;
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }
}
