package org.aforo.client;

import java.util.List;

/**
 * What the resources of one connection did, sampled as the feed told it for the last ten minutes, a second apart
 * for two hours and ten seconds apart for a day, with the extremes kept; bounded. What went is forgotten ten minutes
 * later. Times are real: {@link System#currentTimeMillis()}.
 */
public interface History {

    /**
     * What can be looked at. Rates are per real second, over the last one; latencies are in milliseconds, of all there
     * was; {@code FILL} is 0 to 1 of the fullest buffer.
     */
    enum Measure {
        RECORDS_IN, BYTES_IN, ERRORS_IN, THROTTLES_IN, //
        RECORDS_OUT, BYTES_OUT, ERRORS_OUT, THROTTLES_OUT, //
        LATENCY_P50, LATENCY_P99, FILL
    }

    /**
     * Points of one line, in order of time. A gap (no connection) is a point whose values are NaN.
     *
     * @param millis time of each point
     * @param low    least value around it
     * @param high   greatest value around it; as {@code low} where nothing had to be left out
     */
    record Line(long[] millis, double[] low, double[] high) {
    }

    /** The line from {@code from} to {@code to}, thinned out to about {@code points} points. */
    Line line(LiveResource resource, Measure measure, long from, long to, int points);

    /** What goes through a resource now, as its lines end: per real second, over the last one. */
    Passing passing(LiveResource resource);

    /** What goes in and out of a resource, a second. */
    record Passing(Rates in, Rates out) {

        /** Nothing. */
        public static final Passing NONE = new Passing(Rates.NONE, Rates.NONE);
    }

    /** The flushes of a resource's buffers that were seen, oldest first. */
    List<FlushMark> flushes(LiveResource resource, long from, long to);

    /** A flush seen at a real time. */
    record FlushMark(long millis, String buffer, BufferView.Flush flush) {
    }
}
