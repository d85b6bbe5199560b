package org.aforo.ui.internal.buffers;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.History.Line;
import org.aforo.client.History.Measure;
import org.aforo.client.LiveResource;
import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.ChartSource;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.aforo.ui.internal.throughput.FlushMarks;

/** Reads how full the fullest buffer of some resources was, and when they flushed. */
final class HistorySource implements ChartSource {

    private volatile List<LiveResource> resources = List.of();

    void show(List<LiveResource> fresh) {
        resources = List.copyOf(fresh);
    }

    @Override
    public ChartData read(long from, long to, int points) {
        List<Series> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (LiveResource resource : resources) {
            Line line = resource.connection().history().line(resource, Measure.FILL, from, to, points);
            String id = resource.connection().endpoint() + " " + resource.arn();
            lines.add(new Series(id, new BufferRow(resource, "").name(), Unit.PERCENT, lines.size(),
                    lines.size() / 8, percent(line)));
            marks.addAll(FlushMarks.of(resource, from, to));
        }
        return new ChartData(from, to, lines.isEmpty() ? List.of() : List.of(new Plot("", 1, lines, marks)));
    }

    private static Line percent(Line line) {
        return new Line(line.millis(), hundredfold(line.low()), hundredfold(line.high()));
    }

    private static double[] hundredfold(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * 100;
        }
        return scaled;
    }
}
