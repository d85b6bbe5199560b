package org.aforo.api.meter;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Values that were noted one by one, and that are told together: how many, their sum, the least and the greatest.
 * Noting is wait-free and made for hot paths. Safe for many threads.
 */
public final class Tally implements PublishedMetric.Source {

    private final LongAdder count = new LongAdder();
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator least = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator greatest = new LongAccumulator(Math::max, Long.MIN_VALUE);

    /** Notes a value. */
    public void add(long value) {
        count.increment();
        sum.add(value);
        least.accumulate(value);
        greatest.accumulate(value);
    }

    /**
     * What was noted since the last time it was drawn, and begins anew. A value that is noted meanwhile is in this or
     * in the next draw, or its parts in both.
     */
    public Drawn draw() {
        return new Drawn(count.sumThenReset(), sum.sumThenReset(), least.getThenReset(), greatest.getThenReset());
    }

    /** Values noted; without any, only {@code count} and {@code sum} mean something. */
    public record Drawn(long count, long sum, long least, long greatest) {
    }
}
