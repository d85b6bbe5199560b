package org.aforo.ui.charts;

/** Where a chart's data comes from. Called on the charts' own thread, up to ten times a second; must not block. */
@FunctionalInterface
public interface ChartSource {

    /** What there is between two real times, with about {@code points} points a line. */
    ChartData read(long from, long to, int points);
}
