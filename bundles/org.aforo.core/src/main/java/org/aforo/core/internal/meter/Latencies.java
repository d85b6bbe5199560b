package org.aforo.core.internal.meter;

import org.HdrHistogram.AtomicHistogram;

import org.aforo.api.meter.Meter;

/** How long things took, to two digits, from a microsecond to an hour; about 30 KB. */
final class Latencies {

    static final Meter.Latency NONE = new Meter.Latency(0, 0, 0, 0, 0);

    private static final long LEAST = 1_000;
    private static final long MOST = 3_600_000_000_000L;

    private final AtomicHistogram histogram = new AtomicHistogram(LEAST, MOST, 2);

    void note(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, MOST));
    }

    long count() {
        return histogram.getTotalCount();
    }

    Meter.Latency read() {
        return new Meter.Latency(histogram.getTotalCount(), histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90), histogram.getValueAtPercentile(99), histogram.getMaxValue());
    }
}
