package org.aforo.core.internal.time;

import java.time.Duration;
import java.util.Objects;

import org.aforo.api.time.Scheduler;

/** A timer; a repeated one is set anew once its run has ended, so no two runs overlap. */
final class BenchTimer implements Scheduler.Timer {

    private final BenchTime time;
    private final String name;
    private final Runnable task;
    private final long period;
    private Alarm alarm;
    private long due;
    private boolean cancelled;

    /**
     * @param delay  until it fires first
     * @param period in nanoseconds; 0 for a timer that fires once
     */
    BenchTimer(BenchTime time, String name, Runnable task, Duration delay, long period) {
        this.time = time;
        this.name = Objects.requireNonNull(name);
        this.task = task;
        this.period = period;
        synchronized (this) {
            alarm = time.set(now -> due = BenchTime.sum(now, delay), name, this::run);
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        time.unset(alarm);
    }

    private void run() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
        }
        task.run();
        if (period > 0) {
            again();
        }
    }

    /** Periods that a long run slept through are left out, not made up for. */
    private synchronized void again() {
        if (cancelled) {
            return;
        }
        alarm = time.set(now -> due = next(now), name, this::run);
    }

    private long next(long now) {
        long missed = Math.max(0, (now - due) / period);
        long step = missed + 1;
        return step > (Long.MAX_VALUE - due) / period ? Long.MAX_VALUE : due + step * period;
    }
}
