package org.aforo.ui.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.aforo.client.History.Line;
import org.aforo.ui.charts.Series;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Draws each line of a {@link LineData} as one path; NaN leaves a gap, a lone point becomes a dot. */
final class LineRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;
    private static final float[][] DASHES = {null, {6, 3}, {1.5f, 3}, {7, 3, 1.5f, 3}};
    private static final float THIN = 1.5f;
    private static final float THICK = 3.2f;

    private final transient Look look;

    LineRenderer(Look look) {
        this.look = look;
    }

    @Override
    public XYItemRendererState initialise(Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset data,
            PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g, area, plot, data, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info, XYPlot plot,
            ValueAxis domain, ValueAxis range, XYDataset data, int series, int item, CrosshairState crosshair, int pass) {
        Series line = ((LineData) data).line(series);
        g.setPaint(new Color(look.palette().line(line.colour())));
        g.setStroke(stroke(line));
        g.draw(path(line.line(), area, domain, range));
    }

    private BasicStroke stroke(Series line) {
        float width = line.id().equals(look.strong()) ? THICK : THIN;
        float[] dash = DASHES[line.dash() % DASHES.length];
        return dash == null ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, dash, 0);
    }

    private static Path2D path(Line line, Rectangle2D area, ValueAxis domain, ValueAxis range) {
        double xScale = area.getWidth() / domain.getRange().getLength();
        double yScale = area.getHeight() / range.getRange().getLength();
        double left = area.getX() - domain.getLowerBound() * xScale;
        double bottom = area.getMaxY() + range.getLowerBound() * yScale;
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, line.millis().length * 2);
        boolean drawing = false;
        double last = 0;
        for (int i = 0; i < line.millis().length; i++) {
            double low = line.low()[i];
            double high = line.high()[i];
            if (Double.isNaN(low) || Double.isNaN(high)) {
                drawing = false;
                continue;
            }
            double x = left + line.millis()[i] * xScale;
            boolean downFirst = drawing && Math.abs(last - low) > Math.abs(last - high);
            double first = downFirst ? high : low;
            last = downFirst ? low : high;
            if (drawing) {
                path.lineTo(x, bottom - first * yScale);
            } else {
                path.moveTo(x, bottom - first * yScale);
                path.lineTo(x, bottom - first * yScale);
            }
            if (low != high) {
                path.lineTo(x, bottom - last * yScale);
            }
            drawing = true;
        }
        return path;
    }
}
