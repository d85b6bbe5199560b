package org.aforo.scenario.internal.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.Events.Event;
import org.aforo.charts.Chart;
import org.aforo.charts.Chart.Level;
import org.aforo.charts.Chart.Mark;
import org.aforo.charts.Series;
import org.aforo.charts.SvgCharts;
import org.aforo.scenario.Outcome;
import org.aforo.scenario.Timeline.Curve;
import org.aforo.scenario.Timeline.Figure;
import org.aforo.scenario.Timeline.Track;

/** The charts of a report: those that the scenario chose, throughput, buffers, latency. */
final class ReportCharts {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 280;
    private static final double MEBI = 1 << 20;

    private final Outcome outcome;

    ReportCharts(Outcome outcome) {
        this.outcome = outcome;
    }

    /** As SVG elements, those first that have something to show. */
    List<String> all() {
        List<String> charts = new ArrayList<>(new ChosenCharts(outcome).all());
        records(charts);
        bytes(charts);
        for (Track track : outcome.timeline().tracks()) {
            if (!Double.isNaN(track.bufferLimit())) {
                charts.add(buffer(track));
            }
        }
        latency(charts);
        return charts;
    }

    private void records(List<String> charts) {
        List<Series> series = new ArrayList<>();
        for (Track track : outcome.timeline().tracks()) {
            if (track.whole()) {
                addSeries(series, track.name(), track.curve(Figure.RECORDS_IN).rate(), 1);
            }
        }
        if (!series.isEmpty()) {
            charts.add(draw(new Chart("Records in", "records/s", series, List.of(), List.of())));
        }
    }

    private void bytes(List<String> charts) {
        List<Series> series = new ArrayList<>();
        for (Track track : outcome.timeline().tracks()) {
            if (track.whole()) {
                addSeries(series, track.name() + " in", track.curve(Figure.BYTES_IN).rate(), 1);
                addSeries(series, track.name() + " out", track.curve(Figure.BYTES_OUT).rate(), 1);
            }
        }
        if (!series.isEmpty()) {
            charts.add(draw(ByteRates.chart("Bytes in and out", series, List.of())));
        }
    }

    private String buffer(Track track) {
        List<Series> series = new ArrayList<>();
        addSeries(series, "held", track.curve(Figure.BUFFERED), MEBI);
        double limit = track.bufferLimit() / MEBI;
        return draw(new Chart("Buffer of " + track.name() + ", with its flushes", "MiB", series,
                List.of(new Level(limit, "flushes at " + Texts.number(limit) + " MiB")), flushes(track)));
    }

    private List<Mark> flushes(Track track) {
        return outcome.events().stream()
                .filter(event -> event.type().equals("flush") && event.resource().endsWith("/" + track.name()))
                .map(this::mark).toList();
    }

    private Mark mark(Event event) {
        String reason = Texts.flushReason(event.text());
        double second = Duration.between(outcome.began(), event.time()).toNanos() / 1e9;
        return new Mark(second, reason, reason.equals("SIZE") ? 1 : 2);
    }

    private void latency(List<String> charts) {
        List<Series> series = new ArrayList<>();
        for (Track track : outcome.timeline().tracks()) {
            addSeries(series, track.name() + " p50", track.curve(Figure.LATENCY_P50), 1);
            addSeries(series, track.name() + " p99", track.curve(Figure.LATENCY_P99), 1);
        }
        if (!series.isEmpty()) {
            charts.add(draw(new Chart("Time that a batch takes, percentiles so far (real time)", "ms", series,
                    List.of(), List.of())));
        }
    }

    /** Leaves out what never moved. */
    static void addSeries(List<Series> series, String name, Curve curve, double divisor) {
        double[] values = curve.values();
        boolean moved = false;
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
            moved |= values[i] != 0;
        }
        if (moved) {
            series.add(new Series(name, curve.seconds(), values));
        }
    }

    static String draw(Chart chart) {
        return SvgCharts.svg(chart, WIDTH, HEIGHT);
    }
}
