package org.aforo.core.internal;

import java.time.Duration;
import java.time.Instant;

import org.aforo.core.internal.time.BenchScheduler;
import org.aforo.core.internal.time.BenchTime;

/** A clock that stands still until a test moves it, with what goes with it. */
public final class SteppedTime implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    public final BenchTime time = new BenchTime(START, 0);
    public final EventRing events = new EventRing(time);
    public final BenchScheduler scheduler = new BenchScheduler(time,
            (name, thrown) -> events.publish("task-failed", "", name + ": " + thrown.getMessage()));

    public void advance(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    /** Seconds since the start. */
    public long seconds() {
        return Duration.between(START, time.now()).toSeconds();
    }

    @Override
    public void close() {
        time.close();
    }
}
