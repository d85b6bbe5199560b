package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Bench;
import org.aforo.api.time.Scheduler.Timer;

/**
 * Changes of state that take a moment of bench time: {@code CREATING}, {@code UPDATING} and {@code DELETING} end here.
 * Guarded by the lock of those who change what is in transition; a transition runs with it held.
 *
 * @param <T> what changes; at most one change of each is under way
 */
final class Transitions<T> {

    private final ReentrantLock changing;
    private final Bench bench;
    private final Limits limits;
    private final Map<T, Change> underWay = new HashMap<>();

    /** One change under way; told from another of the same by its identity. */
    private static final class Change {
        private Timer timer;
    }

    Transitions(ReentrantLock changing, Bench bench, Limits limits) {
        this.changing = changing;
        this.bench = bench;
        this.limits = limits;
    }

    /** Ends a change a moment from now, unless it is cancelled meanwhile; one that was under way is. */
    void later(T what, String timerName, Runnable end) {
        Duration delay = Duration.ofMillis(limits.transitionMillis.getAsLong());
        changing.lock();
        try {
            cancel(what);
            Change change = new Change();
            underWay.put(what, change);
            change.timer = bench.scheduler().after(delay, timerName, () -> finish(what, change, end));
        } finally {
            changing.unlock();
        }
    }

    /** What was reset away, or belongs to a service that was closed, meanwhile is left alone. */
    private void finish(T what, Change change, Runnable end) {
        changing.lock();
        try {
            if (underWay.remove(what, change)) {
                end.run();
            }
        } finally {
            changing.unlock();
        }
    }

    /** Leaves one as it is. */
    void cancel(T what) {
        changing.lock();
        try {
            Change change = underWay.remove(what);
            if (change != null) {
                change.timer.cancel();
            }
        } finally {
            changing.unlock();
        }
    }

    /** Leaves all as they are. */
    void cancelAll() {
        changing.lock();
        try {
            underWay.values().forEach(change -> change.timer.cancel());
            underWay.clear();
        } finally {
            changing.unlock();
        }
    }
}
