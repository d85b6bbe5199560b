package org.aforo.client;

import java.util.Arrays;

/**
 * Collects the points of a line; where there would be too many, one for each step of time with the least and the
 * greatest value in it. Steps lie at whole multiples of their width, so that a line that moves on doesn't flicker.
 */
final class LineBuilder {

    private final long step;
    private long[] millis = new long[256];
    private double[] low = new double[256];
    private double[] high = new double[256];
    private int count;
    private long lastStep = Long.MIN_VALUE;

    /** @param step milliseconds that become one point; 0 keeps every point */
    LineBuilder(long step) {
        this.step = step;
    }

    void add(long time, double least, double greatest) {
        long here = step == 0 ? time : time / step;
        if (count > 0 && here == lastStep && !Double.isNaN(low[count - 1])) {
            millis[count - 1] = time;
            low[count - 1] = Math.min(low[count - 1], least);
            high[count - 1] = Math.max(high[count - 1], greatest);
            return;
        }
        lastStep = here;
        append(time, least, greatest);
    }

    /** Nothing is known of this time; several in a row are one. */
    void gap(long time) {
        lastStep = Long.MIN_VALUE;
        if (count > 0 && !Double.isNaN(low[count - 1])) {
            append(time, Double.NaN, Double.NaN);
        }
    }

    private void append(long time, double least, double greatest) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
            low = Arrays.copyOf(low, count * 2);
            high = Arrays.copyOf(high, count * 2);
        }
        millis[count] = time;
        low[count] = least;
        high[count] = greatest;
        count++;
    }

    History.Line build() {
        return new History.Line(Arrays.copyOf(millis, count), Arrays.copyOf(low, count), Arrays.copyOf(high, count));
    }
}
