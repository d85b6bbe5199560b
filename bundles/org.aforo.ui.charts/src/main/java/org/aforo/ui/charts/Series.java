package org.aforo.ui.charts;

import java.util.List;

import org.aforo.client.History.Line;

/**
 * A line of a plot.
 *
 * @param id     stays the same between two readings, and is unique in the chart
 * @param colour index into the palette, which begins again after its last colour
 * @param dash   index of the line's style: 0 solid, 1 dashed, 2 dotted, 3 dash-dotted
 */
public record Series(String id, String name, Unit unit, int colour, int dash, Line line) {

    /** Of lines, in order. */
    public static List<String> ids(List<Series> lines) {
        return lines.stream().map(Series::id).toList();
    }

    /** The last value that is known, or NaN when the line ends in a gap. */
    public double last() {
        int points = line.high().length;
        return points == 0 ? Double.NaN : line.high()[points - 1];
    }

    /** The greatest value, or NaN when there is none. */
    public double peak() {
        double peak = Double.NaN;
        for (double value : line.high()) {
            if (!Double.isNaN(value) && !(value <= peak)) {
                peak = value;
            }
        }
        return peak;
    }
}
