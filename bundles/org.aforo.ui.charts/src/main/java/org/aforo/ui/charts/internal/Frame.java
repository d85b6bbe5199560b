package org.aforo.ui.charts.internal;

import java.util.List;

import org.aforo.ui.charts.ChartData;
import org.eclipse.swt.graphics.ImageData;

/**
 * A chart as drawn.
 *
 * @param pixels drawn over by the next frame: to be taken before that is asked for
 * @param plots  where the plots are
 * @param nanos  what drawing took
 */
public record Frame(Request request, ImageData pixels, ChartData data, List<PlotArea> plots, long nanos) {
}
