package org.aforo.core.internal.meter;

import org.HdrHistogram.AtomicHistogram;

import org.aforo.api.meter.Meter;

/** How long things took, to two digits, from a microsecond to an hour; about 30 KB. */
final class Latencies {

    static final Meter.Latency NONE = new Meter.Latency(0, 0, 0, 0, 0);

    private static final long LEAST = 1_000;
    private static final long MOST = 3_600_000_000_000L;

    private static final int MORE = 200;

    private volatile Meter.Latency sought = NONE;
    private final AtomicHistogram histogram = new AtomicHistogram(LEAST, MOST, 2);

    void note(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, MOST));
    }

    long count() {
        return histogram.getTotalCount();
    }

    /**
     * Percentiles are sought anew once there is half a percent more to seek in: looked at ten times a second by a feed,
     * they would cost more than all else.
     */
    Meter.Latency read() {
        Meter.Latency last = sought;
        long count = histogram.getTotalCount();
        if (count - last.count() > last.count() / MORE) {
            last = new Meter.Latency(count, histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(90),
                    histogram.getValueAtPercentile(99), histogram.getMaxValue());
            sought = last;
        }
        return new Meter.Latency(count, last.p50(), last.p90(), last.p99(), histogram.getMaxValue());
    }
}
