package org.aforo.ui.charts.internal;

import org.aforo.ui.charts.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Event;

/** Steers a viewport and a cursor by mouse and keyboard. Paints nothing. */
final class ChartInput {

    private static final double ZOOM = 1.25;
    private static final double STEP = 0.1;
    private static final double PAGE = 0.8;
    private static final double CURSOR = 0.01;
    /** A drag over fewer points than this is a click. */
    private static final int CLICK = 4;
    private static final int NONE = -1;

    private final ChartCanvas canvas;
    private final Viewport viewport;
    private final Runnable changed;
    private int dragFrom = NONE;
    private boolean panning;

    ChartInput(ChartCanvas canvas, Viewport viewport, Runnable changed) {
        this.canvas = canvas;
        this.viewport = viewport;
        this.changed = changed;
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> pan(-Integer.signum(event.count) * STEP));
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseExit, event -> canvas.cursor(Double.NaN, 0));
        canvas.addListener(SWT.MouseDoubleClick, event -> reset());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
    }

    private void wheel(Event event) {
        double fraction = canvas.fraction(event.x);
        if (Double.isNaN(fraction)) {
            return;
        }
        if ((event.stateMask & SWT.SHIFT) != 0) {
            pan(-Integer.signum(event.count) * STEP);
        } else {
            viewport.zoom(event.count > 0 ? 1 / ZOOM : ZOOM, fraction);
            changed.run();
        }
        event.doit = false;
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button == 1 || event.button == 2) {
            dragFrom = event.x;
            panning = event.button == 2 || (event.stateMask & SWT.SHIFT) != 0;
        }
    }

    private void move(Event event) {
        if (dragFrom == NONE) {
            canvas.cursor(canvas.fraction(event.x), event.y);
        } else if (panning) {
            panBy(event.x);
        } else {
            canvas.selecting(dragFrom, event.x);
        }
    }

    private void panBy(int x) {
        Frame frame = canvas.frame();
        if (frame != null && !frame.plots().isEmpty()) {
            pan((dragFrom - x) / Math.max(1, frame.plots().getFirst().width()));
            dragFrom = x;
        }
    }

    private void up(Event event) {
        if (dragFrom != NONE && !panning && Math.abs(event.x - dragFrom) >= CLICK) {
            select(Math.min(event.x, dragFrom), Math.max(event.x, dragFrom));
        }
        dragFrom = NONE;
        canvas.selecting(0, 0);
    }

    private void select(int from, int to) {
        Frame frame = canvas.frame();
        if (frame == null || frame.plots().isEmpty()) {
            return;
        }
        PlotArea plot = frame.plots().getFirst();
        Viewport.Range range = frame.request().range();
        viewport.select(range.at(Math.clamp(plot.fraction(from), 0, 1)), range.at(Math.clamp(plot.fraction(to), 0, 1)));
        changed.run();
    }

    private void key(Event event) {
        boolean ctrl = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> left(ctrl, -1);
            case SWT.ARROW_RIGHT -> left(ctrl, 1);
            case SWT.PAGE_UP -> pan(-PAGE);
            case SWT.PAGE_DOWN -> pan(PAGE);
            case SWT.HOME -> reset();
            case SWT.ESC -> canvas.cursor(Double.NaN, 0);
            default -> character(event.character);
        }
    }

    private void left(boolean cursor, int direction) {
        if (cursor) {
            double from = Double.isNaN(canvas.cursor()) ? 1 : canvas.cursor();
            canvas.cursor(Math.clamp(from + direction * CURSOR, 0, 1), 0);
            canvas.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
        } else {
            pan(direction * STEP);
        }
    }

    private void character(char typed) {
        switch (typed) {
            case '+', '=' -> zoom(1 / ZOOM);
            case '-' -> zoom(ZOOM);
            case ' ' -> {
                viewport.hold(!viewport.held());
                changed.run();
            }
            default -> {
            }
        }
    }

    private void zoom(double factor) {
        viewport.zoom(factor, Double.isNaN(canvas.cursor()) ? 1 : canvas.cursor());
        changed.run();
    }

    private void pan(double fraction) {
        viewport.pan(fraction);
        changed.run();
    }

    private void reset() {
        viewport.reset();
        changed.run();
    }
}
