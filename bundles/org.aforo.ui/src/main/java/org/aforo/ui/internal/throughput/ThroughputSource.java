package org.aforo.ui.internal.throughput;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.History;
import org.aforo.client.History.Line;
import org.aforo.client.History.Measure;
import org.aforo.client.LiveResource;
import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.ChartSource;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.eclipse.osgi.util.NLS;

/** Reads the history of the resources shown. Told from the UI thread what to read, read on the charts'. */
final class ThroughputSource implements ChartSource {

    private static final int FLOW_WEIGHT = 3;
    private static final int LATENCY_WEIGHT = 1;
    /** Marks are looked for in this many stretches at most. */
    private static final int MARKS = 160;

    private record Wanted(List<LiveResource> resources, Options options) {
    }

    /** A line that is wanted of a resource. */
    private record Ask(Measure measure, Unit unit, int dash, String name) {
    }

    private volatile Wanted wanted = new Wanted(List.of(), Options.STANDARD);

    void show(List<LiveResource> resources, Options options) {
        wanted = new Wanted(List.copyOf(resources), options);
    }

    @Override
    public ChartData read(long from, long to, int points) {
        Wanted now = wanted;
        List<LiveResource> resources = now.resources.stream().map(ThroughputSource::current).toList();
        List<Plot> plots = new ArrayList<>(now.options.stacked() ? stacked(resources, now.options, from, to, points)
                : List.of(overlaid(resources, now.options, from, to, points)));
        if (now.options.percentiles()) {
            latency(resources, from, to, points, plots);
        }
        return new ChartData(from, to, plots.stream().filter(plot -> !plot.series().isEmpty()).toList());
    }

    /** The one that has its name now, if it was made anew. */
    private static LiveResource current(LiveResource resource) {
        return resource.connection().resource(resource.arn()).orElse(resource);
    }

    private static Plot overlaid(List<LiveResource> resources, Options options, long from, long to, int points) {
        List<Series> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            lines.addAll(flow(resources.get(i), options, resources.size() == 1 ? -1 : i, from, to, points));
            marks.addAll(marks(resources.get(i), options, resources.size() == 1, from, to));
        }
        return new Plot("", FLOW_WEIGHT, lines, marks);
    }

    private static List<Plot> stacked(List<LiveResource> resources, Options options, long from, long to, int points) {
        return resources.stream().map(resource -> new Plot(name(resource), FLOW_WEIGHT,
                flow(resource, options, -1, from, to, points), marks(resource, options, true, from, to))).toList();
    }

    /** @param colour of the resource, or -1 to give each line one of its own */
    private static List<Series> flow(LiveResource resource, Options options, int colour, long from, long to,
            int points) {
        List<Ask> asks = new ArrayList<>();
        if (options.records() && options.direction().in()) {
            asks.add(new Ask(Measure.RECORDS_IN, Unit.RECORDS_PER_SECOND, 0, Messages.recordsIn));
        }
        if (options.records() && options.direction().out()) {
            asks.add(new Ask(Measure.RECORDS_OUT, Unit.RECORDS_PER_SECOND, 1, Messages.recordsOut));
        }
        if (options.bytes() && options.direction().in()) {
            asks.add(new Ask(Measure.BYTES_IN, Unit.BYTES_PER_SECOND, 2, Messages.bytesIn));
        }
        if (options.bytes() && options.direction().out()) {
            asks.add(new Ask(Measure.BYTES_OUT, Unit.BYTES_PER_SECOND, 3, Messages.bytesOut));
        }
        return asks.stream().map(ask -> series(resource, ask, colour < 0 ? ask.dash : colour, from, to, points))
                .toList();
    }

    private static void latency(List<LiveResource> resources, long from, long to, int points, List<Plot> plots) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            boolean alone = resources.size() == 1;
            Ask p50 = new Ask(Measure.LATENCY_P50, Unit.MILLISECONDS, 0, Messages.p50);
            Ask p99 = new Ask(Measure.LATENCY_P99, Unit.MILLISECONDS, 1, Messages.p99);
            lines.add(series(resources.get(i), p50, i, from, to, points));
            lines.add(series(resources.get(i), p99, alone ? 1 : i, from, to, points));
        }
        lines.removeIf(line -> !(line.peak() > 0));
        plots.add(new Plot("", LATENCY_WEIGHT, lines, List.of()));
    }

    private static Series series(LiveResource resource, Ask ask, int colour, long from, long to, int points) {
        return new Series(resource.connection().endpoint() + " " + resource.arn() + " " + ask.measure,
                NLS.bind(ask.name, name(resource)), ask.unit, colour, ask.dash,
                resource.connection().history().line(resource, ask.measure, from, to, points));
    }

    private static List<Mark> marks(LiveResource resource, Options options, boolean flushes, long from, long to) {
        List<Mark> marks = new ArrayList<>();
        if (options.direction().in()) {
            trouble(resource, Measure.ERRORS_IN, Mark.Kind.ERROR, Messages.errorsIn, from, to, marks);
            trouble(resource, Measure.THROTTLES_IN, Mark.Kind.THROTTLE, Messages.throttlesIn, from, to, marks);
        }
        if (options.direction().out()) {
            trouble(resource, Measure.ERRORS_OUT, Mark.Kind.ERROR, Messages.errorsOut, from, to, marks);
            trouble(resource, Measure.THROTTLES_OUT, Mark.Kind.THROTTLE, Messages.throttlesOut, from, to, marks);
        }
        if (flushes) {
            marks.addAll(FlushMarks.of(resource, from, to));
        }
        return marks;
    }

    private static void trouble(LiveResource resource, Measure measure, Mark.Kind kind, String text, long from, long to,
            List<Mark> marks) {
        History history = resource.connection().history();
        Line line = history.line(resource, measure, from, to, MARKS);
        for (int i = 0; i < line.millis().length; i++) {
            if (line.high()[i] > 0) {
                marks.add(new Mark(line.millis()[i], kind, NLS.bind(text, name(resource),
                        Unit.RECORDS_PER_SECOND.text(line.high()[i]))));
            }
        }
    }

    private static String name(LiveResource resource) {
        String name = resource.state().name();
        return resource.gone() ? NLS.bind(Messages.stale, name) : name;
    }
}
