package org.aforo.ui.charts.internal;

import org.aforo.ui.charts.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Paints the last frame, and over it the cursor and what is being selected. Knows nothing of input. */
public final class ChartCanvas extends Canvas {

    private static final int NONE = -1;
    /** Around the hint. */
    private static final int MARGIN = 8;

    private Frame frame;
    private Image image;
    private String hint = "";
    /** Where in the plots the cursor is, from 0 to 1. */
    private double cursor = Double.NaN;
    private int pointerY;
    private int selectFrom = NONE;
    private int selectTo = NONE;
    private int zoom;

    public ChartCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        zoom = getMonitor().getZoom();
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> redraw());
        addDisposeListener(gone -> disposeImage());
    }

    /** Takes a frame's pixels over. */
    public void show(Frame fresh) {
        frame = fresh;
        disposeImage();
        image = new Image(getDisplay(), (ImageDataProvider) this::pixels);
        redraw();
    }

    private ImageData pixels(int wanted) {
        Request request = frame.request();
        if (wanted != 100) {
            zoom = wanted;
        }
        return wanted == request.zoom() ? frame.pixels()
                : frame.pixels().scaledTo(Math.max(1, request.width() * wanted / 100),
                        Math.max(1, request.height() * wanted / 100));
    }

    /** Pixels a point in per cent, as the screen wants them. */
    public int zoom() {
        return zoom;
    }

    public Frame frame() {
        return frame;
    }

    /** What stands there while there is nothing to draw. */
    public void hint(String text) {
        if (!hint.equals(text)) {
            hint = text;
            redraw();
        }
    }

    /** Puts the cursor at a fraction of the plots' width; NaN takes it away. */
    public void cursor(double fraction, int y) {
        cursor = fraction;
        pointerY = y;
        redraw();
    }

    public double cursor() {
        return cursor;
    }

    /** Shows what is being selected, between two columns; the same twice for nothing. */
    public void selecting(int from, int to) {
        selectFrom = from == to ? NONE : Math.min(from, to);
        selectTo = from == to ? NONE : Math.max(from, to);
        redraw();
    }

    /** Which fraction of the plots' width a column is at; NaN when it is in none. */
    public double fraction(int x) {
        if (frame == null || frame.plots().isEmpty()) {
            return Double.NaN;
        }
        double fraction = frame.plots().getFirst().fraction(x);
        return fraction < 0 || fraction > 1 ? Double.NaN : fraction;
    }

    /** What the cursor tells; empty without a cursor. */
    public String told() {
        return frame == null || Double.isNaN(cursor) ? "" : readout().text();
    }

    private Readout readout() {
        return Readout.at(frame.data(), frame.request().look(), frame.request().range().at(cursor));
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        boolean nothing = frame == null || frame.data().isEmpty();
        if (image == null || nothing || frame.request().width() != area.width
                || frame.request().height() != area.height) {
            gc.setBackground(getBackground());
            gc.fillRectangle(area);
        }
        if (nothing) {
            paintHint(gc, area);
            return;
        }
        gc.drawImage(image, 0, 0);
        Palette palette = frame.request().look().palette();
        if (selectFrom != NONE) {
            gc.setBackground(ReadoutPainter.colour(palette.foreground()));
            gc.setAlpha(40);
            gc.fillRectangle(selectFrom, 0, selectTo - selectFrom, area.height);
            gc.setAlpha(255);
        }
        if (!Double.isNaN(cursor) && !frame.plots().isEmpty()) {
            PlotArea plot = frame.plots().getFirst();
            int x = (int) Math.round(plot.x() + plot.width() * cursor);
            ReadoutPainter.line(gc, frame, x, palette);
            ReadoutPainter.box(gc, readout(), x, pointerY, area, palette);
        }
    }

    /** In the middle; a long one takes more lines. */
    private void paintHint(GC gc, Rectangle area) {
        TextLayout text = new TextLayout(getDisplay());
        text.setFont(getFont());
        text.setText(hint);
        text.setAlignment(SWT.CENTER);
        text.setWidth(Math.max(1, area.width - 2 * MARGIN));
        gc.setForeground(getForeground());
        text.draw(gc, MARGIN, Math.max(MARGIN, (area.height - text.getBounds().height) / 2));
        text.dispose();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
