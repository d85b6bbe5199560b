package org.aforo.client;

import java.time.Instant;
import java.util.Optional;

/**
 * The bench's clock as last told.
 *
 * @param nanos      of bench time since the bench started
 * @param scale      bench seconds per real second; 0 when it stands
 * @param nextTimer  when the next timer is due
 * @param received   {@link System#nanoTime()} when this was told
 */
public record ClockState(Instant now, long nanos, double scale, Optional<Instant> nextTimer, long received) {

    /** The bench's time now, carried on from what was last told. */
    public Instant estimate() {
        return scale == 0 ? now : now.plusNanos((long) ((System.nanoTime() - received) * scale));
    }
}
