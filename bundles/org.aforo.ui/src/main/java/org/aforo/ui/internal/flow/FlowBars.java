package org.aforo.ui.internal.flow;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.ScrollBar;

/** The canvas's scroll bars, there while the plan is larger than what is seen of it. */
final class FlowBars {

    private static final int STEP = 30;

    private final FlowCanvas canvas;
    /** Where the bars stand, in points of the canvas. */
    private int across;
    private int down;

    FlowBars(FlowCanvas canvas) {
        this.canvas = canvas;
        canvas.getHorizontalBar().addListener(SWT.Selection,
                event -> canvas.look(canvas.camera().moved(canvas.getHorizontalBar().getSelection() - across, 0)));
        canvas.getVerticalBar().addListener(SWT.Selection,
                event -> canvas.look(canvas.camera().moved(0, canvas.getVerticalBar().getSelection() - down)));
    }

    void show(FlowPlan plan, Camera camera) {
        Rectangle area = canvas.getClientArea();
        across = show(canvas.getHorizontalBar(), camera.left() * camera.zoom(), plan.width() * camera.zoom(),
                area.width);
        down = show(canvas.getVerticalBar(), camera.top() * camera.zoom(), plan.height() * camera.zoom(),
                area.height);
    }

    /** Gives where the bar stands then. */
    private static int show(ScrollBar bar, double start, double length, int seen) {
        double least = Math.min(0, start);
        int all = (int) Math.ceil(Math.max(length, start + seen) - least);
        boolean needed = seen > 0 && length > seen + 1;
        if (bar.getVisible() != needed) {
            bar.setVisible(needed);
        }
        int at = (int) Math.round(start - least);
        if (needed) {
            bar.setValues(at, 0, all, seen, STEP, seen);
        }
        return at;
    }
}
