package org.aforo.ui.charts.internal;

/** Where the lines of a plot are, in points from the chart's upper left corner. */
public record PlotArea(double x, double y, double width, double height) {

    /** How far to the right {@code at} is: 0 at the left end, 1 at the right. */
    public double fraction(double at) {
        return (at - x) / Math.max(1, width);
    }
}
