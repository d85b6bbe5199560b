package org.aforo.ui.charts.internal;

import java.awt.Graphics2D;
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

/**
 * Draws each line of a {@link LineData} at once, over a band from least to greatest where points stand for several. NaN
 * leaves a gap, a lone point becomes a dot.
 */
final class LineRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;
    private static final float[][] DASHES = {null, {6, 3}, {1.6f, 2.6f}, {7, 3, 1.6f, 3}};
    private static final double THIN = 1.5;
    private static final double THICK = 3.2;
    /** How opaque the band is, of 255. */
    private static final int BAND = 56;

    private final transient Look look;
    private final transient LineRaster raster;
    private final double zoom;

    /** @param zoom pixels of the raster a point */
    LineRenderer(Look look, LineRaster raster, double zoom) {
        this.look = look;
        this.raster = raster;
        this.zoom = zoom;
    }

    @Override
    public XYItemRendererState initialise(Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset data,
            PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g, area, plot, data, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot plot, ValueAxis domain, ValueAxis range, XYDataset data, int series, int item,
            CrosshairState crosshair, int pass) {
        raster.clip(area.getX() * zoom, area.getY() * zoom, area.getWidth() * zoom, area.getHeight() * zoom);
        double xScale = area.getWidth() / domain.getRange().getLength() * zoom;
        double yScale = area.getHeight() / range.getRange().getLength() * zoom;
        double left = area.getX() * zoom - domain.getLowerBound() * xScale;
        double bottom = area.getMaxY() * zoom + range.getLowerBound() * yScale;
        Series drawn = ((LineData) data).line(series);
        Line line = drawn.line();
        Run run = new Run(line.millis().length);
        for (int i = 0; i < line.millis().length; i++) {
            double low = line.low()[i];
            double high = line.high()[i];
            if (Double.isNaN(low) || Double.isNaN(high)) {
                draw(drawn, run);
            } else {
                run.add(left + line.millis()[i] * xScale, bottom - low * yScale, bottom - high * yScale);
            }
        }
        draw(drawn, run);
    }

    private void draw(Series line, Run run) {
        if (run.points > 0) {
            int rgb = look.palette().line(line.colour());
            if (run.spread) {
                raster.band(run.x, run.high, run.low, run.points, BAND, rgb);
            }
            double width = line.id().equals(look.strong()) ? THICK : THIN;
            raster.line(run.x, run.middle, run.points, width * zoom, dash(line), rgb);
        }
        run.points = 0;
        run.spread = false;
    }

    private float[] dash(Series line) {
        float[] points = DASHES[line.dash() % DASHES.length];
        if (points == null) {
            return null;
        }
        float[] pixels = points.clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= (float) zoom;
        }
        return pixels;
    }

    /** Points without a gap between them, in pixels. */
    private static final class Run {

        private final double[] x;
        private final double[] low;
        private final double[] high;
        private final double[] middle;
        private int points;
        private boolean spread;

        Run(int most) {
            x = new double[most];
            low = new double[most];
            high = new double[most];
            middle = new double[most];
        }

        void add(double atX, double atLow, double atHigh) {
            x[points] = atX;
            low[points] = atLow;
            high[points] = atHigh;
            middle[points] = (atLow + atHigh) / 2;
            spread |= atHigh < atLow;
            points++;
        }
    }
}
