package org.aforo.ui.charts.internal;

import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Series;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** A short piece of a line, in its colour and style. */
final class LineSwatch {

    private static final int[][] DASHES = {null, {5, 3}, {2, 2}, {6, 2, 2, 2}};

    private LineSwatch() {
    }

    static void paint(GC gc, Series series, Rectangle area, Palette palette) {
        gc.setForeground(ReadoutPainter.colour(palette.line(series.colour())));
        gc.setLineWidth(2);
        int[] dash = DASHES[series.dash() % DASHES.length];
        if (dash == null) {
            gc.setLineStyle(SWT.LINE_SOLID);
        } else {
            gc.setLineDash(dash);
        }
        int y = area.y + area.height / 2;
        gc.drawLine(area.x, y, area.x + area.width, y);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
    }
}
