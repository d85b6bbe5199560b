package org.aforo.scenario.internal.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void takesConcatenatedJsonApart() throws IOException {
        assertThat(records("{\"a\":1}{\"b\":{\"c\":\"}{\\\"\"}}\n{\"d\":2}"))
                .containsExactly("{\"a\":1}", "{\"b\":{\"c\":\"}{\\\"\"}}\n", "{\"d\":2}");
    }

    @Test
    void takesLinesApart() throws IOException {
        assertThat(records("one\n\ntwo {\nlast")).containsExactly("one\n", "\n", "two {\n", "last");
    }

    @Test
    void givesWhatBreaksOffAsItIs() throws IOException {
        assertThat(records("{\"a\":1}{\"b\":")).containsExactly("{\"a\":1}", "{\"b\":");
    }

    private static List<String> records(String text) throws IOException {
        List<String> records = new ArrayList<>();
        Records.forEach(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                record -> records.add(new String(record, StandardCharsets.UTF_8)));
        return records;
    }
}
