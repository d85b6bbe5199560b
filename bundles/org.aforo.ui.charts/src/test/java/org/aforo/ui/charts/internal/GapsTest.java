package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final double NONE = Double.NaN;
    private static final long[] TIMES = {10, 20, 30, 40, 50, 60};

    @Test
    void aGapIsFromTheLastKnownToTheNextKnown() {
        assertThat(gaps(line(1, 1, NONE, NONE, 1, 1))).containsExactly(new Gaps.Gap(20, 50));
    }

    @Test
    void aGapAtTheEndLastsUntilNow() {
        assertThat(gaps(line(1, 1, 1, 1, NONE, NONE))).containsExactly(new Gaps.Gap(40, 100));
    }

    @Test
    void aGapAtTheBeginningBeginsThere() {
        assertThat(gaps(line(NONE, 1, 1, 1, 1, 1))).containsExactly(new Gaps.Gap(10, 20));
    }

    @Test
    void gapsOfSeveralLinesThatOverlapAreOne() {
        assertThat(gaps(line(1, NONE, 1, 1, 1, 1), line(1, 1, NONE, 1, 1, 1), line(1, 1, 1, 1, NONE, 1)))
                .containsExactly(new Gaps.Gap(10, 60));
    }

    @Test
    void noGapWithoutOne() {
        assertThat(gaps(line(1, 1, 1, 1, 1, 1))).isEmpty();
    }

    private static List<Gaps.Gap> gaps(Series... lines) {
        return Gaps.of(List.of(lines), 100);
    }

    private static Series line(double... values) {
        return Data.series("a", Unit.RECORDS, 0, TIMES, values);
    }
}
