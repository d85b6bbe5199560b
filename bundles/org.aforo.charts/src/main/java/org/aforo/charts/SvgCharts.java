package org.aforo.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.RangeType;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.svg.SVGGraphics2D;

/**
 * Draws charts as SVG with a transparent ground, in colours that can be told apart by colour-blind eyes
 * and read on light and dark pages. Needs no display. Safe for many threads.
 */
public final class SvgCharts {

    /** Okabe and Ito's palette, without its black and its yellow. */
    private static final Color[] PALETTE = {new Color(0x0072B2), new Color(0xE69F00), new Color(0x009E73),
            new Color(0xCC79A7), new Color(0xD55E00), new Color(0x56B4E9)};
    private static final Color TEXT = new Color(0x7A828E);
    private static final Color GRID = new Color(0x7A, 0x82, 0x8E, 0x40);
    /** Seconds between two labels of the time axis: round in minutes, hours and days. */
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
            86_400, 604_800};
    /** Room above a level, for its label. */
    private static final double HEADROOM = 1.1;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private SvgCharts() {
    }

    /** The chart as an {@code <svg>} element that scales with its container. */
    public static String svg(Chart chart, int width, int height) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        String id = "chart-" + Integer.toHexString(chart.title().hashCode());
        graphics.setDefsKeyPrefix(id + "-");
        draw(chart, width).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        String svg = graphics.getSVGElement(id, true, null, null, null);
        return svg.replaceFirst("<svg ",
                "<svg role=\"img\" aria-label=\"" + escaped(chart.title()) + "\" viewBox=\"0 0 "
                        + width + " " + height + "\" style=\"max-width:100%;height:auto\" ");
    }

    private static JFreeChart draw(Chart chart, int width) {
        DefaultXYDataset data = new DefaultXYDataset();
        for (Series series : chart.series()) {
            Series few = series.decimated(width);
            data.addSeries(few.name(), new double[][] {few.seconds(), few.values()});
        }
        XYPlot plot = new XYPlot(data, timeAxis(), valueAxis(chart.unit()), renderer(chart.series().size()));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart.levels().forEach(level -> {
            plot.addRangeMarker(level(level));
            double top = level.value() * HEADROOM;
            if (plot.getRangeAxis().getUpperBound() < top) {
                plot.getRangeAxis().setUpperBound(top);
            }
        });
        chart.marks().forEach(mark -> plot.addDomainMarker(mark(mark)));
        JFreeChart drawn = new JFreeChart(chart.title(), FONT.deriveFont(Font.BOLD, 14f), plot, false);
        drawn.setBackgroundPaint(null);
        drawn.getTitle().setPaint(TEXT);
        drawn.setPadding(new RectangleInsets(4, 4, 4, 12));
        drawn.addSubtitle(legend(plot));
        return drawn;
    }

    private static XYLineAndShapeRenderer renderer(int series) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < series; i++) {
            renderer.setSeriesPaint(i, PALETTE[i % PALETTE.length]);
            renderer.setSeriesStroke(i, new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            renderer.setSeriesShape(i, new Rectangle2D.Double(-5, -1.5, 10, 3));
        }
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(FONT);
        legend.setItemPaint(TEXT);
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        return legend;
    }

    private static NumberAxis timeAxis() {
        NumberAxis axis = styled(new NumberAxis());
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.01);
        TickUnits units = new TickUnits();
        for (int seconds : STEPS) {
            units.add(new NumberTickUnit(seconds, new Clock()));
        }
        axis.setStandardTickUnits(units);
        return axis;
    }

    private static NumberAxis valueAxis(String unit) {
        NumberAxis axis = styled(new NumberAxis(unit));
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeMinimumSize(1e-3);
        // A flat line of small values is stretched around its middle otherwise, and there is no "-0"
        axis.setRangeType(RangeType.POSITIVE);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return axis;
    }

    private static NumberAxis styled(NumberAxis axis) {
        axis.setLabelFont(FONT);
        axis.setLabelPaint(TEXT);
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(GRID);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static ValueMarker level(Chart.Level level) {
        BasicStroke dashed = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f,
                new float[] {6, 4}, 0);
        ValueMarker marker = new ValueMarker(level.value(), TEXT, dashed);
        marker.setLabel(level.label());
        marker.setLabelFont(FONT);
        marker.setLabelPaint(TEXT);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        return marker;
    }

    private static ValueMarker mark(Chart.Mark mark) {
        Color color = PALETTE[mark.color() % PALETTE.length];
        ValueMarker marker = new ValueMarker(mark.seconds(), color, new BasicStroke(1.2f));
        marker.setLabel(mark.label());
        marker.setLabelFont(FONT.deriveFont(9f));
        marker.setLabelPaint(color);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        return marker;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("$", "");
    }

    /** Seconds as {@code m:ss} or {@code h:mm:ss}. */
    private static final class Clock extends NumberFormat {
        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(double seconds, StringBuffer to, FieldPosition position) {
            return format(Math.round(seconds), to, position);
        }

        @Override
        public StringBuffer format(long seconds, StringBuffer to, FieldPosition position) {
            long hours = seconds / 3600;
            return to.append(
                    hours > 0 ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                            : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("times are only written");
        }
    }
}
