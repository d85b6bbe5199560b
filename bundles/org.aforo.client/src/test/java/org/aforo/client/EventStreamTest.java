package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    /** Gives no more than so many bytes at once. */
    private static ByteArrayInputStream drop(String text, int atOnce) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1 << 20})
    void events_come_whole_however_the_bytes_come(int atOnce) throws IOException {
        String big = "ñ".repeat(100_000);
        String text = ": comment\n\nevent: snapshot\ndata: {\"a\":1}\n\n: heartbeat\n\ndata: " + big
                + "\n\nevent: delta\r\ndata: 1\r\ndata: 2\r\n\r\nretry: 5\nevent: cut off\ndata: x";
        List<String> read = new ArrayList<>();

        EventStream stream = new EventStream(drop(text, atOnce));
        for (EventStream.Message next = stream.next(); next != null; next = stream.next()) {
            read.add(next.type() + '|' + new String(next.data(), 0, next.length(), StandardCharsets.UTF_8));
        }

        assertThat(read).containsExactly("snapshot| {\"a\":1}", "message| " + big, "delta| 1 2");
    }
}
