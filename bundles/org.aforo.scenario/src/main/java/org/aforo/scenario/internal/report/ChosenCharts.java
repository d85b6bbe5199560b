package org.aforo.scenario.internal.report;

import java.util.ArrayList;
import java.util.List;

import org.aforo.charts.Chart;
import org.aforo.charts.Chart.Mark;
import org.aforo.charts.Series;
import org.aforo.scenario.Outcome;
import org.aforo.scenario.Scenario.ChartSpec;
import org.aforo.scenario.Timeline.Curve;
import org.aforo.scenario.Timeline.Figure;
import org.aforo.scenario.Timeline.Track;
import org.aforo.scenario.internal.record.Named;

/** The charts that a scenario chose, with its steps marked and where throttling began and ended. */
final class ChosenCharts {

    private static final double MEBI = 1 << 20;
    /** Throttling that pauses for less bench time goes on. */
    private static final double PAUSE_SECONDS = 5;
    private static final int STEP_COLOR = 2;
    private static final int THROTTLE_COLOR = 1;

    private final Outcome outcome;

    ChosenCharts(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> all() {
        return outcome.scenario().charts().stream().map(this::draw).toList();
    }

    private String draw(ChartSpec spec) {
        List<Track> tracks = outcome.timeline().tracks().stream()
                .filter(track -> spec.of().stream().anyMatch(of -> fits(new Named(of), track))).toList();
        List<Series> series = new ArrayList<>();
        List<Mark> marks = new ArrayList<>(steps());
        for (Track track : tracks) {
            series(spec, track, series);
        }
        if (!spec.figure().equals("delay")) {
            marks.addAll(throttling(tracks, Figure.of("throttles", spec.direction())));
        }
        return ReportCharts.draw(new Chart(spec.title(), unit(spec.figure()), series, List.of(), marks));
    }

    /** By name, ARN, or what an ARN ends with. */
    private static boolean fits(Named named, Track track) {
        int kind = track.id().indexOf('/');
        return !track.id().endsWith(" latency")
                && (named.fits(track.name()) || named.fits(track.id()) || named.fits(track.id().substring(kind + 1)));
    }

    private static void series(ChartSpec spec, Track track, List<Series> series) {
        if (spec.figure().equals("delay")) {
            ReportCharts.addSeries(series, track.name() + " p50", track.curve(Figure.DELAY_P50), 1);
            ReportCharts.addSeries(series, track.name() + " p99", track.curve(Figure.DELAY_P99), 1);
        } else {
            Curve total = track.curve(Figure.of(spec.figure(), spec.direction()));
            ReportCharts.addSeries(series, track.name(), total.rate(), spec.figure().equals("bytes") ? MEBI : 1);
        }
    }

    private static String unit(String figure) {
        return switch (figure) {
            case "bytes" -> "MiB/s";
            case "delay" -> "ms (bench time)";
            default -> figure + "/s";
        };
    }

    private List<Mark> steps() {
        return outcome.steps().stream()
                .map(step -> new Mark(step.seconds(), step.operation().substring(step.operation().indexOf('.') + 1),
                        STEP_COLOR))
                .toList();
    }

    private static List<Mark> throttling(List<Track> tracks, Figure figure) {
        List<Mark> marks = new ArrayList<>();
        for (Track track : tracks) {
            Curve rate = track.curve(figure).rate();
            double since = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rate.values().length; i++) {
                if (rate.values()[i] > 0) {
                    if (rate.seconds()[i] - since > PAUSE_SECONDS) {
                        marks.add(new Mark(rate.seconds()[i], track.name() + " throttled", THROTTLE_COLOR));
                    }
                    since = rate.seconds()[i];
                }
            }
        }
        return marks;
    }
}
