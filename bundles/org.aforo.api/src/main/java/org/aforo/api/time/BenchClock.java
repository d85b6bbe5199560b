package org.aforo.api.time;

import java.time.Duration;
import java.time.Instant;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The bench's one clock: real, scaled, or stepped by hand. Its time never goes back.
 */
@ProviderType
public interface BenchClock {

    /** Nanoseconds since the bench's origin; for measuring spans of bench time. */
    long nanos();

    /** The date and time. */
    Instant now();

    /** {@link #now()} in milliseconds since the epoch. */
    long millis();

    /** Bench seconds per real second; 0 when stepped by hand (or paused, which is the same). */
    double scale();

    /**
     * Changes how time flows from now on.
     *
     * @param scale 0 stops it; at most 100,000
     */
    void scale(double scale);

    /**
     * Moves time on. Timers that come due run on the calling thread, in order of their time, each seeing
     * its own time as {@link #now()}; returns when the last has ended. Timers set meanwhile run too if
     * they fall due within the span. Deterministic while the clock is stopped.
     */
    void advance(Duration span);

    /** Moves time on to a moment; no effect when it has passed. As {@link #advance(Duration)}. */
    void advanceTo(Instant moment);

    /** When the next timer is due, or null. */
    Instant nextTimer();
}
