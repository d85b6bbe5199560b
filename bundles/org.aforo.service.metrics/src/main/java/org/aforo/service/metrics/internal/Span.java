package org.aforo.service.metrics.internal;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;

/**
 * A span of time in periods. It begins with a whole minute, at or before the start that was asked for, and doesn't hold
 * the moment of its end.
 *
 * @param from    first minute since the epoch
 * @param before  minute after the last
 * @param minutes of a period
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html">How
 *      CloudWatch rounds times</a>
 */
public record Span(long from, long before, int minutes) {

    private static final int SECONDS = 60;

    /**
     * A span of what is kept.
     *
     * @param refusal makes the error of its message
     */
    public static Span of(Instant start, Instant end, int period, String name, Function<String, AwsError> refusal)
            throws AwsError {
        if (start.equals(end)) {
            throw refusal.apply("The parameter StartTime must not equal parameter EndTime.");
        }
        if (start.isAfter(end)) {
            throw refusal.apply("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (period % SECONDS != 0) {
            throw refusal.apply("The parameter " + name + " must be a multiple of 60: values are kept by the minute.");
        }
        long before = Math.floorDiv(end.minusNanos(1).getEpochSecond(), SECONDS) + 1;
        return new Span(Math.floorDiv(start.getEpochSecond(), SECONDS), before, period / SECONDS);
    }

    /** How many periods there are, the last one perhaps cut short. */
    public long periods() {
        return Math.ceilDiv(before - from, minutes);
    }

    /**
     * What a metric had in each period, by the period's first minute.
     *
     * @param unit null for any
     */
    public NavigableMap<Long, Aggregate> read(MetricStore store, MetricId metric, String unit) {
        NavigableMap<Long, Aggregate> values = new TreeMap<>();
        store.read(metric, from, before, (minute, its, more) -> {
            if (unit == null || unit.equals(its)) {
                values.merge(minute - (minute - from) % minutes, more, Aggregate::with);
            }
        });
        return values;
    }

    /** A minute's beginning. */
    public static Instant time(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS);
    }
}
