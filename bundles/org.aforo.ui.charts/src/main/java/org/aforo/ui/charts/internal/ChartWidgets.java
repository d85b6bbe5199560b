package org.aforo.ui.charts.internal;

import java.util.stream.Collectors;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Viewport;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Rectangle;

/** What a live chart is made of: canvas, legend and table. */
public final class ChartWidgets {

    /** The legend's and the table's figures change no faster than they can be read. */
    private static final long LEGEND_NANOS = 450_000_000L;
    private static final long TABLE_NANOS = 950_000_000L;

    private final LiveChart chart;
    private final ChartCanvas canvas;
    private final LegendTable legend;
    private final TwinTable table;
    private final ChartLayout layout;
    private final ThemeColours colours;
    private String name = Messages.chart;
    private Frame last;
    private long legendAt = System.nanoTime() - LEGEND_NANOS;
    private long tableAt = System.nanoTime() - TABLE_NANOS;

    public ChartWidgets(LiveChart chart, Viewport viewport, Runnable steered, Runnable changed) {
        this.chart = chart;
        canvas = new ChartCanvas(chart);
        legend = new LegendTable(chart, changed);
        table = new TwinTable(chart);
        layout = new ChartLayout(canvas, legend, table.control());
        colours = new ThemeColours(canvas);
        chart.setLayout(layout);
        new ChartInput(canvas, viewport, steered);
        canvas.getAccessible().addAccessibleListener(Names.named(() -> name, this::description));
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    public LegendTable legend() {
        return legend;
    }

    public ChartLayout layout() {
        return layout;
    }

    public void name(String fresh) {
        name = fresh;
    }

    public Look look() {
        return new Look(colours.read(), legend.hidden(), legend.strong());
    }

    /** The frame that is to be drawn next. */
    public Request request(Viewport.Range range) {
        Rectangle area = layout.tableShown() ? table.control().getClientArea() : canvas.getClientArea();
        return new Request(area.width, area.height, canvas.zoom(), range, look());
    }

    /** What was drawn last, seen or not; null before. */
    public Frame last() {
        return last;
    }

    public void show(Frame frame) {
        last = frame;
        ChartData data = frame.data();
        long now = System.nanoTime();
        boolean others = !Series.ids(data.series()).equals(legend.ids());
        if (others || now - legendAt >= LEGEND_NANOS) {
            legendAt = now;
            legend.update(data.series(), frame.request().look().palette());
        }
        if (layout.tableShown()) {
            if (others || now - tableAt >= TABLE_NANOS) {
                tableAt = now;
                table.update(data);
            }
        } else {
            canvas.show(frame);
        }
        if (others) {
            chart.layout();
        }
    }

    public boolean setFocus() {
        return layout.tableShown() ? table.control().setFocus() : canvas.setFocus();
    }

    private String description() {
        String told = canvas.told();
        if (!told.isEmpty() || last == null) {
            return told + " " + Messages.keys;
        }
        return last.data().series().stream()
                .map(line -> NLS.bind(Messages.seriesNow,
                        new Object[] {line.name(), line.unit().text(line.last()), line.unit().text(line.peak())}))
                .collect(Collectors.joining("; ", "", ". " + Messages.keys));
    }
}
