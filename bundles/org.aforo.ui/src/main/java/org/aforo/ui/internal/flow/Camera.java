package org.aforo.ui.internal.flow;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;

/**
 * What part of the plan is looked at.
 *
 * @param left of the plan at the canvas's left edge; {@code top} alike
 * @param fits whether it is to show all of the plan, whatever becomes of plan and canvas
 */
record Camera(double left, double top, double zoom, boolean fits) {

    static final Camera START = new Camera(0, 0, 1, true);

    private static final double LEAST = 0.08;
    private static final double MOST = 4;
    /** Below this texts are too small. */
    private static final double READABLE = 0.75;

    /** All of the plan, centred; not enlarged. */
    static Camera fit(FlowPlan plan, double width, double height) {
        if (plan.width() <= 0 || plan.height() <= 0 || width <= 0 || height <= 0) {
            return START;
        }
        double zoom = Math.clamp(Math.min(width / plan.width(), height / plan.height()), LEAST, 1);
        return new Camera((plan.width() - width / zoom) / 2, (plan.height() - height / zoom) / 2, zoom, true);
    }

    /** All of the plan, or as much of it, from where flows begin, as can be read; centred where there is room. */
    static Camera readable(FlowPlan plan, double width, double height) {
        Camera whole = fit(plan, width, height);
        if (whole.zoom() >= READABLE) {
            return whole;
        }
        return new Camera(Math.min(0, (plan.width() - width / READABLE) / 2),
                Math.min(0, (plan.height() - height / READABLE) / 2), READABLE, true);
    }

    /** Nearer or farther; the place under the canvas's point {@code x, y} stays there. */
    Camera zoomed(double factor, double x, double y) {
        double next = Math.clamp(zoom * factor, LEAST, MOST);
        return new Camera(left + x / zoom - x / next, top + y / zoom - y / next, next, false);
    }

    /** Moved by points of the canvas. */
    Camera moved(double dx, double dy) {
        return new Camera(left + dx / zoom, top + dy / zoom, zoom, false);
    }

    /** Moved as little as needed to show an area of the plan. */
    Camera showing(Area area, double width, double height) {
        double x = into(left, width / zoom, area.x() - 8, area.width() + 16);
        double y = into(top, height / zoom, area.y() - 8, area.height() + 16);
        return x == left && y == top ? this : new Camera(x, y, zoom, false);
    }

    private static double into(double start, double length, double low, double size) {
        return low < start || size > length ? low : Math.max(start, low + size - length);
    }

    /** The place of the plan at a point of the canvas. */
    Point plan(double x, double y) {
        return new Point(left + x / zoom, top + y / zoom);
    }

    /** The place on the canvas of an area of the plan. */
    Area canvas(Area area) {
        return new Area((area.x() - left) * zoom, (area.y() - top) * zoom, area.width() * zoom, area.height() * zoom);
    }
}
