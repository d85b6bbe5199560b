package org.aforo.charts;

import java.util.List;

/**
 * Curves over time.
 *
 * @param title  what is shown
 * @param unit   of the values, as the axis' label
 * @param series the curves; may be empty, which draws an empty frame
 * @param levels horizontal lines: a limit, a trigger
 * @param marks  vertical lines: a flush, a fault
 */
public record Chart(String title, String unit, List<Series> series, List<Level> levels, List<Mark> marks) {

    /** A horizontal line at a value. */
    public record Level(double value, String label) {
    }

    /**
     * A vertical line at a moment.
     *
     * @param label what happened: {@code SIZE}, {@code INTERVAL}
     * @param color which of the palette's colours, counted from 0
     */
    public record Mark(double seconds, String label, int color) {
    }
}
