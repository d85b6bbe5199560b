package org.aforo.ui.internal.flow;

import java.util.List;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;

/** What the flow is drawn on: the screen, an image, an SVG file. Lengths in points at a zoom of one. */
interface Surface {

    /** Letters. */
    enum Type {
        NORMAL, STRONG, SMALL
    }

    /** Whether anything drawn there would be seen. */
    boolean shows(Area area);

    void fill(Area area, double radius, Tint tint);

    void frame(Area area, double radius, Tint tint, double width, boolean dashed);

    /**
     * A line with an arrow's head at its end.
     *
     * @param dash   length of a dash; 0 for a whole line
     * @param offset how far the dashes have moved on
     */
    void arrow(List<Point> points, Tint tint, double width, double dash, double offset);

    /** One line of text from its top left on, cut to {@code width}. */
    void text(String text, double x, double y, double width, Type type, Tint tint);

    /** The icon of a kind of resource, 16 points wide. */
    void icon(String kind, double x, double y);

    /** The sign of a fault, 14 points wide. */
    void fault(double x, double y);
}
