package org.aforo.ui.internal.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTest {

    @ParameterizedTest
    @CsvSource({"buffer size,Buffer size", "VisibilityTimeout,VisibilityTimeout", "x,X", "'',''"})
    void aLabelBeginsWithACapital(String attribute, String label) {
        assertThat(Readable.label(attribute)).isEqualTo(label);
    }

    @Test
    void anInstantIsATime() {
        assertThat(Readable.value("2026-11-25T16:29:58.703240501Z")).isEqualTo("2026-11-25 16:29:58.703 UTC");
        assertThat(Readable.value("2026-11-25T16:29:58Z")).isEqualTo("2026-11-25 16:29:58.000 UTC");
    }

    @ParameterizedTest
    @CsvSource({"60 s", "2026-11-25T99:29:58.703Z", "a text of twenty and Z", "''"})
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(Readable.value(text)).isEqualTo(text);
    }
}
