package org.aforo.ui.charts.internal;

import java.util.List;

import org.aforo.ui.charts.Series;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * The lines of one axis. Tells JFreeChart of one item a line: {@link LineRenderer} draws the whole line with it, which
 * spares a call and several objects for each point.
 */
final class LineData extends AbstractXYDataset {

    private static final long serialVersionUID = 1L;

    private final transient List<Series> lines;

    LineData(List<Series> lines) {
        this.lines = lines;
    }

    Series line(int series) {
        return lines.get(series);
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).id();
    }

    @Override
    public int getItemCount(int series) {
        return 1;
    }

    @Override
    public Number getX(int series, int item) {
        return 0;
    }

    @Override
    public Number getY(int series, int item) {
        return 0;
    }
}
