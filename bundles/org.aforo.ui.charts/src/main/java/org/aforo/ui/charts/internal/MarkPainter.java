package org.aforo.ui.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Plot;

/**
 * Draws marks at the upper edge of a plot: errors as crosses, throttles as triangles, flushes as lines with a diamond.
 */
final class MarkPainter {

    private static final double SIZE = 4;
    /** Marks of a kind closer than this to the last one are left out. */
    private static final double CLOSE = 5;
    private static final BasicStroke CROSS = new BasicStroke(2f);
    private static final BasicStroke HAIR = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10,
            new float[] {2, 3}, 0);

    private MarkPainter() {
    }

    static void paint(Graphics2D g, ChartData data, Plot plot, PlotArea area, Palette palette) {
        double[] last = new double[Mark.Kind.values().length];
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        double scale = area.width() / Math.max(1, data.to() - data.from());
        for (Mark mark : plot.marks()) {
            double x = area.x() + (mark.millis() - data.from()) * scale;
            if (x < area.x() || x > area.x() + area.width() || Math.abs(x - last[mark.kind().ordinal()]) < CLOSE) {
                continue;
            }
            last[mark.kind().ordinal()] = x;
            paint(g, mark.kind(), x, area, palette);
        }
    }

    private static void paint(Graphics2D g, Mark.Kind kind, double x, PlotArea area, Palette palette) {
        double row = area.y() + SIZE + 2 + kind.ordinal() * 2 * SIZE;
        switch (kind) {
            case ERROR -> {
                g.setPaint(new Color(palette.error()));
                g.setStroke(CROSS);
                g.draw(new Line2D.Double(x - SIZE + 1, row - SIZE + 1, x + SIZE - 1, row + SIZE - 1));
                g.draw(new Line2D.Double(x - SIZE + 1, row + SIZE - 1, x + SIZE - 1, row - SIZE + 1));
            }
            case THROTTLE -> {
                g.setPaint(new Color(palette.throttle()));
                g.fill(shape(x - SIZE, row + SIZE - 1, x + SIZE, row + SIZE - 1, x, row - SIZE));
            }
            case FLUSH -> {
                g.setPaint(new Color(palette.flush()));
                g.setStroke(HAIR);
                g.draw(new Line2D.Double(x, area.y(), x, area.y() + area.height()));
                double y = area.y() + SIZE;
                g.fill(shape(x, y - SIZE, x + SIZE, y, x, y + SIZE, x - SIZE, y));
            }
        }
    }

    private static Shape shape(double... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
