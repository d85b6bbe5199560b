package org.aforo.scenario.internal.report;

import java.util.List;

import org.aforo.charts.Chart;
import org.aforo.charts.Series;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRatesTest {

    @ParameterizedTest
    @CsvSource({"0, B/s, 0", "1023, B/s, 1023", "1024, KiB/s, 1", "1572864, MiB/s, 1.5", "2199023255552, GiB/s, 2048"})
    void theHighestValueChoosesTheUnit(double highest, String unit, double told) {
        Series low = new Series("low", new double[] {0, 1}, new double[] {0, Double.NaN});
        Series high = new Series("high", new double[] {0, 1}, new double[] {highest, 0});

        Chart chart = ByteRates.chart("Bytes", List.of(low, high), List.of());

        assertThat(chart.unit()).isEqualTo(unit);
        assertThat(chart.series().get(1).values()).containsExactly(told, 0);
    }
}
