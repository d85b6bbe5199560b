package org.aforo.ui.charts;

/**
 * Something that happened at a time, marked in a plot.
 *
 * @param millis real time
 * @param text   what the cursor tells of it
 */
public record Mark(long millis, Kind kind, String text) {

    /** Each has a shape of its own, as well as a colour. */
    public enum Kind {
        ERROR, THROTTLE, FLUSH
    }
}
