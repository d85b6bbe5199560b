package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.ui.charts.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({"RECORDS,NaN,1", "RECORDS,0,1", "RECORDS,0.2,1", "RECORDS,10,12", "RECORDS,1000,1200",
            "RECORDS,1415,1500", "RECORDS,95,120", "PERCENT,12,100", "PERCENT,130,150",
            "BYTES_PER_SECOND,5555555,6000000"})
    void isARoundNumberAboveThePeak(Unit unit, double peak, double top) {
        assertThat(Scale.top(unit, peak)).isEqualTo(top);
    }
}
