package org.aforo.ui.charts.internal;

import java.util.Set;

import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Series;

/**
 * How a chart is to be drawn.
 *
 * @param hidden ids of the lines that are not drawn
 * @param strong id of the line that is drawn thicker; empty for none
 */
public record Look(Palette palette, Set<String> hidden, String strong) {

    boolean shows(Series series) {
        return !hidden.contains(series.id());
    }
}
