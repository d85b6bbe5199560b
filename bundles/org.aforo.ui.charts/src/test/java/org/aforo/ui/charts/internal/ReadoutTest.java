package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadoutTest {

    private static final long[] TIMES = {10_000, 20_000, 30_000};

    @ParameterizedTest
    @CsvSource({"0,1", "10000,1", "14999,1", "15001,2", "29000,3", "99000,3"})
    void tellsTheNearestValue(long millis, String value) {
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2, 3));

        assertThat(Readout.at(data, Data.PLAIN, millis).rows()).extracting(Readout.Row::value).containsExactly(value);
    }

    @Test
    void leavesOutHiddenLinesAndTellsOfMarksNearby() {
        ChartData data = Data.chart(
                List.of(new Mark(20_100, Mark.Kind.FLUSH, "flushed"), new Mark(90_000, Mark.Kind.FLUSH, "later")),
                Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2, 3), Data.series("b", Unit.RECORDS, 0, TIMES, 4, 5, 6));

        Readout told = Readout.at(data, new Look(Palette.plain(), Set.of("a"), ""), 20_000);

        assertThat(told.rows()).extracting(row -> row.series().name()).containsExactly("b");
        assertThat(told.marks()).containsExactly("flushed");
        assertThat(told.text()).endsWith("b: 5, flushed");
    }
}
