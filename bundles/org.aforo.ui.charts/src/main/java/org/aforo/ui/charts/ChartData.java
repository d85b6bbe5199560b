package org.aforo.ui.charts;

import java.util.List;

/**
 * What a chart shows between two real times: plots, one above the other.
 *
 * @param from in milliseconds since 1970, as {@code to}
 */
public record ChartData(long from, long to, List<Plot> plots) {

    /** All lines, plot by plot. */
    public List<Series> series() {
        return plots.stream().flatMap(plot -> plot.series().stream()).toList();
    }

    public boolean isEmpty() {
        return plots.stream().allMatch(plot -> plot.series().isEmpty());
    }
}
