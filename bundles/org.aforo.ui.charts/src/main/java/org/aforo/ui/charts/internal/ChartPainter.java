package org.aforo.ui.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/** Draws a chart with JFreeChart. For any thread; needs no display. */
public final class ChartPainter {

    private static final double PLOT_GAP = 16;
    private static final RectangleInsets INSETS = new RectangleInsets(8, 4, 2, 6);
    /** With room for the last time's right half, where no axis is. */
    private static final RectangleInsets WIDER = new RectangleInsets(8, 4, 2, 26);
    /** Keeps the numbers of an axis apart. */
    private static final RectangleInsets TICK_ROOM = new RectangleInsets(6, 4, 6, 4);
    private static final BasicStroke HAIR = new BasicStroke(1f);

    private final ChartData data;
    private final Look look;
    private final Palette palette;
    private final Font font;

    private final LineRaster raster;
    private final double zoom;

    private ChartPainter(BufferedImage image, double zoom, ChartData data, Look look) {
        this.raster = new LineRaster(image);
        this.zoom = zoom;
        this.data = data;
        this.look = look;
        this.palette = look.palette();
        this.font = new Font(palette.font(), Font.PLAIN, palette.fontSize());
    }

    /**
     * Fills an image of type INT_RGB with it, and tells where the plots came to be, in order, in points.
     *
     * @param zoom pixels a point
     */
    public static List<PlotArea> paint(BufferedImage image, double zoom, ChartData data, Look look) {
        Graphics2D g = image.createGraphics();
        try {
            g.scale(zoom, zoom);
            return new ChartPainter(image, zoom, data, look).paint(g, image.getWidth() / zoom,
                    image.getHeight() / zoom);
        } finally {
            g.dispose();
        }
    }

    private List<PlotArea> paint(Graphics2D g, double width, double height) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(timeAxis());
        all.setGap(PLOT_GAP);
        data.plots().forEach(plot -> all.add(plot(plot), Math.max(1, plot.weight())));
        JFreeChart chart = new JFreeChart(null, font, all, false);
        chart.setBackgroundPaint(new Color(palette.background()));
        boolean twoAxes = data.plots().stream().anyMatch(plot -> units(plot).size() > 1);
        chart.setPadding(twoAxes ? INSETS : WIDER);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), null, info);
        List<PlotArea> areas = areas(info.getPlotInfo());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < areas.size(); i++) {
            MarkPainter.paint(g, data, data.plots().get(i), areas.get(i), palette);
            title(g, data.plots().get(i).title(), areas.get(i));
        }
        return areas;
    }

    private static List<PlotArea> areas(PlotRenderingInfo info) {
        List<PlotArea> areas = new ArrayList<>();
        for (int i = 0; i < info.getSubplotCount(); i++) {
            Rectangle2D area = info.getSubplotInfo(i).getDataArea();
            areas.add(new PlotArea(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
        }
        return areas;
    }

    private void title(Graphics2D g, String title, PlotArea area) {
        if (!title.isEmpty()) {
            g.setFont(font.deriveFont(Font.BOLD));
            g.setPaint(new Color(palette.foreground()));
            g.drawString(title, (float) area.x() + 6, (float) area.y() + palette.fontSize() + 4);
        }
    }

    private XYPlot plot(Plot told) {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(new Color(palette.grid()));
        plot.setRangeGridlinePaint(new Color(palette.grid()));
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlineStroke(HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        List<Series> shown = told.series().stream().filter(look::shows).toList();
        List<Unit> units = units(told);
        for (int axis = 0; axis < Math.max(1, units.size()); axis++) {
            Unit unit = units.isEmpty() ? Unit.RECORDS_PER_SECOND : units.get(axis);
            List<Series> lines = shown.stream().filter(series -> series.unit() == unit).toList();
            plot.setRangeAxis(axis, valueAxis(unit, lines));
            plot.setDataset(axis, new LineData(lines));
            plot.setRenderer(axis, new LineRenderer(look, raster, zoom));
            plot.mapDatasetToRangeAxis(axis, axis);
        }
        Gaps.of(shown, data.to()).forEach(gap -> plot.addDomainMarker(band(gap), Layer.BACKGROUND));
        return plot;
    }

    private static List<Unit> units(Plot plot) {
        return plot.series().stream().map(Series::unit).distinct().limit(2).toList();
    }

    private IntervalMarker band(Gaps.Gap gap) {
        IntervalMarker band = new IntervalMarker(gap.from(), gap.to(), new Color(palette.gap()));
        band.setAlpha(1);
        return band;
    }

    private DateAxis timeAxis() {
        DateAxis axis = new DateAxis();
        styled(axis);
        axis.setRange(data.from(), Math.max(data.from() + 1, data.to()));
        return axis;
    }

    private NumberAxis valueAxis(Unit unit, List<Series> lines) {
        NumberAxis axis = new NumberAxis(unit.title());
        styled(axis);
        axis.setStandardTickUnits(Scale.ticks(unit));
        axis.setTickLabelInsets(TICK_ROOM);
        double peak = lines.stream().mapToDouble(Series::peak).filter(value -> !Double.isNaN(value)).max().orElse(0);
        axis.setRange(0, Scale.top(unit, peak));
        return axis;
    }

    private void styled(ValueAxis axis) {
        Color text = new Color(Palette.mix(palette.background(), palette.foreground(), 0.8));
        axis.setTickLabelFont(font);
        axis.setLabelFont(font);
        axis.setTickLabelPaint(text);
        axis.setLabelPaint(text);
        axis.setAxisLinePaint(new Color(palette.grid()));
        axis.setTickMarksVisible(false);
    }
}
