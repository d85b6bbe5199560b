package org.aforo.charts;

/**
 * One curve.
 *
 * @param name    as in the legend
 * @param seconds where on the time axis each value stands, rising
 * @param values  as many; NaN leaves a gap
 */
public record Series(String name, double[] seconds, double[] values) {

    public Series {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(
                    seconds.length + " moments but " + values.length + " values in series " + name);
        }
    }

    /**
     * The same curve in about {@code 2 * buckets} points, keeping the lowest and the highest of each
     * bucket, so that no peak is lost.
     */
    Series decimated(int buckets) {
        int n = seconds.length;
        if (n <= 2 * buckets) {
            return this;
        }
        double[] x = new double[2 * buckets];
        double[] y = new double[2 * buckets];
        int out = 0;
        for (int b = 0; b < buckets; b++) {
            int from = (int) ((long) b * n / buckets);
            int to = (int) ((long) (b + 1) * n / buckets);
            int low = from;
            int high = from;
            for (int i = from + 1; i < to; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
            }
            x[out] = seconds[Math.min(low, high)];
            y[out++] = values[Math.min(low, high)];
            x[out] = seconds[Math.max(low, high)];
            y[out++] = values[Math.max(low, high)];
        }
        return new Series(name, x, y);
    }
}
