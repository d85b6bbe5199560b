package org.aforo.ui.internal.buffers;

import java.time.Duration;
import java.util.OptionalDouble;

import org.aforo.client.BufferView;
import org.aforo.client.ClockState;

/**
 * How a buffer stands in time, by the bench's clock as it is estimated now.
 *
 * @param age  seconds the oldest record has been there
 * @param left seconds until age flushes it; empty when nothing is to be flushed
 */
record BufferTimes(double age, OptionalDouble left) {

    static BufferTimes of(BufferView view, ClockState clock) {
        if (view.records() == 0 && view.bytes() == 0 && view.flushAt().isEmpty()) {
            return new BufferTimes(0, OptionalDouble.empty());
        }
        double since = seconds(Duration.between(clock.now(), clock.estimate()));
        double age = view.oldestSeconds() + since;
        return view.flushAt().map(at -> {
            double left = Math.max(0, seconds(Duration.between(clock.estimate(), at)));
            return new BufferTimes(age, OptionalDouble.of(left));
        }).orElse(new BufferTimes(age, OptionalDouble.empty()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** How much of its time has gone, from 0 to 1. */
    OptionalDouble share() {
        return left.isPresent() && age + left.getAsDouble() > 0
                ? OptionalDouble.of(age / (age + left.getAsDouble())) : OptionalDouble.empty();
    }

    /** When it will have been there too long: its age then, in seconds. */
    double interval() {
        return age + left.orElse(0);
    }
}
