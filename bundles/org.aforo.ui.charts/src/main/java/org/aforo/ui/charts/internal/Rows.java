package org.aforo.ui.charts.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Series;

/**
 * A chart's lines as a table: a row for each time, a column for each line.
 *
 * @param millis times, oldest first
 */
public record Rows(List<Series> series, long[] millis) {

    public static Rows of(ChartData data) {
        List<Series> series = data.series();
        long[] times = series.stream().flatMapToLong(one -> LongStream.of(one.line().millis())).sorted().distinct()
                .toArray();
        return new Rows(series, times);
    }

    public int count() {
        return millis.length;
    }

    /** The least value around a time, or NaN where the line has none. */
    public double low(int row, int column) {
        int at = find(row, column);
        return at < 0 ? Double.NaN : series.get(column).line().low()[at];
    }

    /** The greatest, alike. */
    public double high(int row, int column) {
        int at = find(row, column);
        return at < 0 ? Double.NaN : series.get(column).line().high()[at];
    }

    private int find(int row, int column) {
        return Arrays.binarySearch(series.get(column).line().millis(), millis[row]);
    }

    /** Whether least and greatest differ anywhere in a column. */
    boolean spread(int column) {
        Series one = series.get(column);
        for (int i = 0; i < one.line().low().length; i++) {
            if (one.line().low()[i] < one.line().high()[i]) {
                return true;
            }
        }
        return false;
    }

    /** A cell for people: the value, or from the least to the greatest. */
    public String text(int row, int column) {
        double low = low(row, column);
        double high = high(row, column);
        Series one = series.get(column);
        return low < high ? one.unit().number(low) + " \u2013 " + one.unit().text(high) : one.unit().text(high);
    }
}
