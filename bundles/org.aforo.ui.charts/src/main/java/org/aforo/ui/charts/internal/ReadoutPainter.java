package org.aforo.ui.charts.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.ui.charts.Palette;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Paints the cursor and what it tells over a chart. */
final class ReadoutPainter {

    private static final int MOST_ROWS = 14;
    private static final int PAD = 6;
    private static final int SWATCH = 18;
    private static final int OFF = 12;

    private ReadoutPainter() {
    }

    static void line(GC gc, Frame frame, int x, Palette palette) {
        gc.setForeground(colour(Palette.mix(palette.background(), palette.foreground(), 0.55)));
        gc.setLineStyle(SWT.LINE_DOT);
        for (PlotArea plot : frame.plots()) {
            gc.drawLine(x, (int) plot.y(), x, (int) (plot.y() + plot.height()));
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** Paints it beside {@code x}, within the bounds. */
    static void box(GC gc, Readout readout, int x, int y, Rectangle bounds, Palette palette) {
        List<Readout.Row> rows = readout.rows().subList(0, Math.min(MOST_ROWS, readout.rows().size()));
        List<String> below = new ArrayList<>(readout.marks());
        if (rows.size() < readout.rows().size()) {
            below.addFirst(NLS.bind(Messages.more, readout.rows().size() - rows.size()));
        }
        int line = gc.getFontMetrics().getHeight() + 2;
        int names = width(gc, rows.stream().map(row -> row.series().name()).toList());
        int values = width(gc, rows.stream().map(Readout.Row::value).toList());
        int others = Math.max(width(gc, below), width(gc, List.of(readout.time())));
        int width = Math.max(SWATCH + names + 2 * PAD + values, others) + 2 * PAD;
        int height = (1 + rows.size() + below.size()) * line + 2 * PAD;
        int left = x + OFF + width <= bounds.width ? x + OFF : Math.max(0, x - OFF - width);
        int top = Math.clamp(y, 0, Math.max(0, bounds.height - height));
        gc.setBackground(colour(Palette.mix(palette.background(), palette.foreground(), 0.04)));
        gc.fillRectangle(left, top, width, height);
        gc.setForeground(colour(Palette.mix(palette.background(), palette.foreground(), 0.35)));
        gc.drawRectangle(left, top, width - 1, height - 1);
        int at = top + PAD;
        text(gc, readout.time(), left + PAD, at, palette);
        for (Readout.Row row : rows) {
            at += line;
            LineSwatch.paint(gc, row.series(), new Rectangle(left + PAD, at, SWATCH - 4, line), palette);
            text(gc, row.series().name(), left + PAD + SWATCH, at, palette);
            Point size = gc.textExtent(row.value());
            text(gc, row.value(), left + width - PAD - size.x, at, palette);
        }
        for (String text : below) {
            at += line;
            text(gc, text, left + PAD, at, palette);
        }
    }

    private static void text(GC gc, String text, int x, int y, Palette palette) {
        gc.setForeground(colour(palette.foreground()));
        gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
    }

    private static int width(GC gc, List<String> texts) {
        return texts.stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0);
    }

    static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
