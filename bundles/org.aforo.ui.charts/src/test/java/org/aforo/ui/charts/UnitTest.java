package org.aforo.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"RECORDS_PER_SECOND,0,0 /s", "RECORDS_PER_SECOND,12.34,12.3 /s", "RECORDS_PER_SECOND,1540,1.54_k/s",
            "BYTES_PER_SECOND,999,999_B/s", "BYTES_PER_SECOND,1250000,1.25_MB/s", "MILLISECONDS,3.456,3.46 ms",
            "MILLISECONDS,12345,'12,345 ms'", "PERCENT,55.57,55.6 %", "BYTES,1024,1_KiB", "BYTES,5242880,5_MiB",
            "RECORDS,2500000,2.5_M", "BYTES,NaN,\u2013"})
    void writesValuesShort(Unit unit, double value, String text) {
        assertThat(unit.text(value)).isEqualTo(text.replace('_', '\u00a0'));
    }
}
