package org.aforo.core.internal.time;

import java.time.Duration;

/** Spans in nanoseconds; those of more than 292 years count as endless. */
final class Spans {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Spans() {
    }

    static long nanos(Duration span) {
        if (span.compareTo(LONGEST) >= 0) {
            return Long.MAX_VALUE;
        }
        return span.isNegative() ? Math.negateExact(nanos(span.negated())) : span.toNanos();
    }
}
