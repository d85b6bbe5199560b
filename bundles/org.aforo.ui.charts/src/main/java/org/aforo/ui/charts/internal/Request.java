package org.aforo.ui.charts.internal;

import org.aforo.ui.charts.Viewport;

/**
 * A frame that is wanted.
 *
 * @param width in points, as {@code height}
 * @param zoom  pixels a point, in per cent
 */
public record Request(int width, int height, int zoom, Viewport.Range range, Look look) {

    int pixels(int points) {
        return Math.max(1, Math.round(points * zoom / 100f));
    }

    /** Whether it differs from another by its end of time at most. */
    public boolean sameBut(Request other) {
        return other != null && width == other.width && height == other.height && zoom == other.zoom
                && range.span() == other.range.span() && look.equals(other.look);
    }
}
