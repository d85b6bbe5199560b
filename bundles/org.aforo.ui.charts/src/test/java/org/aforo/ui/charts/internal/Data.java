package org.aforo.ui.charts.internal;

import java.util.List;
import java.util.Set;

import org.aforo.client.History.Line;
import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;

/** Charts for the tests. */
final class Data {

    static final Look PLAIN = new Look(Palette.plain(), Set.of(), "");

    private Data() {
    }

    static Series series(String id, Unit unit, int colour, long[] millis, double... values) {
        return new Series(id, id, unit, colour, 0, new Line(millis, values, values));
    }

    static ChartData chart(Series... lines) {
        return chart(List.of(), lines);
    }

    static ChartData chart(List<Mark> marks, Series... lines) {
        return new ChartData(0, 100_000, List.of(new Plot("", 1, List.of(lines), marks)));
    }
}
