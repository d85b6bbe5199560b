package org.aforo.ui.internal.flow;

import java.util.List;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/** Draws by SWT, moved and zoomed. For one painting. */
final class GcSurface implements Surface, AutoCloseable {

    private static final double HEAD = 8;

    private final GC gc;
    private final FlowLook look;
    private final Transform transform;
    private final Area shown;

    /**
     * @param left   what lies at the left edge, in points of the plan; {@code top} alike
     * @param bounds of what is drawn on, in its own points
     */
    GcSurface(GC gc, FlowLook look, double left, double top, double zoom, Rectangle bounds) {
        this.gc = gc;
        this.look = look;
        shown = new Area(left, top, bounds.width / zoom, bounds.height / zoom);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        transform = new Transform(gc.getDevice());
        transform.scale((float) zoom, (float) zoom);
        transform.translate((float) -left, (float) -top);
        gc.setTransform(transform);
    }

    @Override
    public boolean shows(Area area) {
        return area.x() < shown.x() + shown.width() && area.x() + area.width() > shown.x()
                && area.y() < shown.y() + shown.height() && area.y() + area.height() > shown.y();
    }

    @Override
    public void fill(Area area, double radius, Tint tint) {
        gc.setBackground(look.colour(tint));
        int corner = (int) Math.round(2 * radius);
        if (corner == 0) {
            gc.fillRectangle(round(area.x()), round(area.y()), round(area.width()), round(area.height()));
        } else {
            gc.fillRoundRectangle(round(area.x()), round(area.y()), round(area.width()), round(area.height()), corner,
                    corner);
        }
    }

    @Override
    public void frame(Area area, double radius, Tint tint, double width, boolean dashed) {
        gc.setForeground(look.colour(tint));
        line(width, dashed ? 4 : 0, 0);
        int corner = (int) Math.round(2 * radius);
        gc.drawRoundRectangle(round(area.x()), round(area.y()), round(area.width()), round(area.height()), corner,
                corner);
    }

    @Override
    public void arrow(List<Point> points, Tint tint, double width, double dash, double offset) {
        if (points.size() < 2 || !anyShown(points)) {
            return;
        }
        gc.setForeground(look.colour(tint));
        gc.setBackground(look.colour(tint));
        line(width, dash, offset);
        Path path = new Path(gc.getDevice());
        path.moveTo((float) points.get(0).x(), (float) points.get(0).y());
        points.forEach(point -> path.lineTo((float) point.x(), (float) point.y()));
        gc.drawPath(path);
        path.dispose();
        gc.fillPolygon(head(points.get(points.size() - 2), points.get(points.size() - 1), HEAD / 2 + width));
    }

    private boolean anyShown(List<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(0);
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        return shows(new Area(left - 1, top - 1, right - left + 2, bottom - top + 2));
    }

    /** The three corners of an arrow's head. */
    static int[] head(Point from, Point to, double size) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double spread = 0.45;
        return new int[] {round(to.x()), round(to.y()), round(to.x() - size * Math.cos(angle - spread)),
                round(to.y() - size * Math.sin(angle - spread)), round(to.x() - size * Math.cos(angle + spread)),
                round(to.y() - size * Math.sin(angle + spread))};
    }

    private void line(double width, double dash, double offset) {
        LineAttributes attributes = new LineAttributes((float) width, SWT.CAP_FLAT, SWT.JOIN_ROUND);
        if (dash > 0) {
            attributes.style = SWT.LINE_CUSTOM;
            attributes.dash = new float[] {(float) dash, (float) dash};
            attributes.dashOffset = (float) -offset;
        }
        gc.setLineAttributes(attributes);
    }

    @Override
    public void text(String text, double x, double y, double width, Type type, Tint tint) {
        if (!text.isEmpty()) {
            gc.setForeground(look.colour(tint));
            gc.setFont(look.font(type));
            gc.drawText(look.fit(gc, text, width, type), round(x), round(y), SWT.DRAW_TRANSPARENT);
        }
    }

    @Override
    public void icon(String kind, double x, double y) {
        gc.drawImage(look.icon(kind), round(x), round(y), 16, 16);
    }

    @Override
    public void fault(double x, double y) {
        gc.drawImage(look.faultIcon(), round(x), round(y), 14, 14);
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }

    @Override
    public void close() {
        gc.setTransform(null);
        transform.dispose();
    }
}
