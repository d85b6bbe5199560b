package org.aforo.scenario.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

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

    /** Throttling that pauses for less bench time goes on. */
    private static final double PAUSE_SECONDS = 5;
    /** Rates are drawn over this part of the whole, so that they can be read. */
    private static final double SPANS = 40;
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
                .filter(track -> spec.of().stream().anyMatch(of -> fits(new Named(of), track)))
                .sorted(Comparator.comparing(Track::name)).toList();
        List<Series> series = new ArrayList<>();
        List<Mark> marks = new ArrayList<>(steps());
        tracks.forEach(track -> series(spec, track, series));
        if (!spec.figure().equals("delay") && !spec.figure().equals("held")) {
            marks.addAll(throttling(tracks, Figure.of("throttles", spec.direction())));
        }
        return ReportCharts.draw(spec.figure().equals("bytes") ? ByteRates.chart(spec.title(), series, marks)
                : new Chart(spec.title(), unit(spec.figure()), series, List.of(), marks));
    }

    /** By name, ARN, or what an ARN ends with. */
    private static boolean fits(Named named, Track track) {
        int kind = track.id().indexOf('/');
        return !track.id().endsWith(" latency")
                && (named.fits(track.name()) || named.fits(track.id()) || named.fits(track.id().substring(kind + 1)));
    }

    private void series(ChartSpec spec, Track track, List<Series> series) {
        if (spec.figure().equals("delay")) {
            ReportCharts.addSeries(series, track.name() + ", half of the records",
                    track.curve(Figure.DELAY_P50), 1);
        } else if (spec.figure().equals("held")) {
            ReportCharts.addSeries(series, track.name(), track.curve(Figure.HELD), 1);
        } else {
            Curve total = track.curve(Figure.of(spec.figure(), spec.direction()));
            double smooth = outcome.scenario().span().toSeconds() / SPANS;
            ReportCharts.addSeries(series, track.name(), total.rate(smooth), 1);
        }
    }

    private static String unit(String figure) {
        return switch (figure) {
            case "delay" -> "ms (bench time)";
            case "held" -> "records";
            default -> figure + "/s";
        };
    }

    private List<Mark> steps() {
        return outcome.steps().stream()
                .map(step -> new Mark(step.seconds(), step.operation().substring(step.operation().indexOf('.') + 1),
                        STEP_COLOR))
                .toList();
    }

    /** Where any of them begins to be throttled, and where that has ended. */
    private static List<Mark> throttling(List<Track> tracks, Figure figure) {
        NavigableSet<Double> throttled = new TreeSet<>();
        double end = 0;
        for (Track track : tracks) {
            Curve rate = track.curve(figure).rate();
            for (int i = 0; i < rate.values().length; i++) {
                end = Math.max(end, rate.seconds()[i]);
                if (rate.values()[i] > 0) {
                    throttled.add(rate.seconds()[i]);
                }
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (double second : throttled) {
            Double before = throttled.lower(second);
            Double after = throttled.higher(second);
            if (before == null || second - before > PAUSE_SECONDS) {
                marks.add(new Mark(second, "throttled", THROTTLE_COLOR));
            }
            if ((after == null ? end : after) - second > PAUSE_SECONDS) {
                marks.add(new Mark(second, "no more", THROTTLE_COLOR));
            }
        }
        return marks;
    }
}
