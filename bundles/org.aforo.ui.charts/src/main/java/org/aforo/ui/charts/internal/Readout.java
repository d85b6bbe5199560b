package org.aforo.ui.charts.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;

/**
 * What a chart tells of one time.
 *
 * @param rows  the lines shown, with their values
 * @param marks texts of the marks near it
 */
record Readout(String time, List<Row> rows, List<String> marks) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S");
    /** Marks within this share of what is shown are told of. */
    private static final double NEAR = 0.006;
    private static final int MOST_MARKS = 4;

    record Row(Series series, String value) {
    }

    static Readout at(ChartData data, Look look, long millis) {
        List<Row> rows = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        long near = Math.round((data.to() - data.from()) * NEAR);
        for (Plot plot : data.plots()) {
            plot.series().stream().filter(look::shows)
                    .forEach(series -> rows.add(new Row(series, value(series, millis))));
            plot.marks().stream().filter(mark -> Math.abs(mark.millis() - millis) <= near).map(Mark::text)
                    .filter(text -> !marks.contains(text)).limit(MOST_MARKS).forEach(marks::add);
        }
        return new Readout(clock(millis), rows, marks);
    }

    static String clock(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    private static String value(Series series, long millis) {
        long[] times = series.line().millis();
        if (times.length == 0) {
            return series.unit().text(Double.NaN);
        }
        int at = Arrays.binarySearch(times, millis);
        if (at < 0) {
            int after = Math.min(-at - 1, times.length - 1);
            int before = Math.max(0, after - 1);
            at = millis - times[before] <= times[after] - millis ? before : after;
        }
        double low = series.line().low()[at];
        double high = series.line().high()[at];
        return low < high ? series.unit().number(low) + " \u2013 " + series.unit().text(high)
                : series.unit().text(high);
    }

    /** All of it, for a screen reader. */
    String text() {
        StringBuilder text = new StringBuilder(time);
        rows.forEach(row -> text.append(", ").append(row.series().name()).append(": ").append(row.value()));
        marks.forEach(mark -> text.append(", ").append(mark));
        return text.toString();
    }
}
