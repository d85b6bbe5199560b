package org.aforo.core.internal.meter;

import java.time.Duration;

/** A time in which one meter is throttled again and again; over once it wasn't for ten seconds of bench time. */
final class ThrottleSpell {

    private static final long QUIET = 10_000_000_000L;

    /** What a sample changed. */
    enum Turn { NONE, BEGAN, ENDED }

    private boolean on;
    private long before;
    private long seen;
    private long began;
    private long last;

    /** Takes in a meter's total at a moment. */
    Turn at(long nanos, long total) {
        boolean more = total > seen;
        if (more && !on) {
            before = seen;
            began = nanos;
        }
        if (more) {
            last = nanos;
        }
        boolean was = on;
        on = more || on && nanos - last < QUIET;
        seen = total;
        return on == was ? Turn.NONE : on ? Turn.BEGAN : Turn.ENDED;
    }

    /** How many were refused in the spell that is, or was last. */
    long refused() {
        return seen - before;
    }

    /** From its first refusal to its last. */
    Duration lasted() {
        return Duration.ofNanos(last - began);
    }
}
