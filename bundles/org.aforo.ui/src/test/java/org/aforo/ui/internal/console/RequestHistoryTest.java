package org.aforo.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.aforo.ui.internal.console.RequestHistory.Entry;
import org.aforo.ui.internal.forms.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestHistoryTest {

    @TempDir
    Path folder;
    private Path file;
    private RequestHistory history;

    @BeforeEach
    void begin() {
        file = folder.resolve("state/history.json");
        history = new RequestHistory(file);
    }

    private static Entry entry(String name) {
        return new Entry(Instant.parse("2026-01-31T12:00:00Z"), "kinesis", "CreateStream",
                Recorded.of("{\"StreamName\":\"" + name + "\"}"), "200 OK");
    }

    @Test
    void theLastCallIsFirstAndIsThereOnce() {
        history.add(entry("a"));
        history.add(entry("b"));
        history.add(entry("a"));

        assertThat(history.entries()).containsExactly(entry("a"), entry("b"));
    }

    @Test
    void itIsBounded() {
        for (int i = 0; i < RequestHistory.MOST + 10; i++) {
            history.add(entry("s" + i));
        }
        history.add(entry("x".repeat(RequestHistory.LARGEST)));

        assertThat(history.entries()).hasSize(RequestHistory.MOST);
        assertThat(history.entries().get(0)).isEqualTo(entry("s" + (RequestHistory.MOST + 9)));
    }

    @Test
    void itIsKept() throws IOException {
        history.add(entry("a"));
        history.add(entry("b"));
        history.save();

        RequestHistory again = new RequestHistory(file);
        again.load();

        assertThat(again.entries()).containsExactly(entry("b"), entry("a"));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aBrokenFileIsNoHistory() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[{\"time\":\"yesterday\"");

        history.load();

        assertThat(history.entries()).isEmpty();
    }

    @Test
    void whatWasNeverKeptIsNoHistory() throws IOException {
        history.load();

        assertThat(history.entries()).isEmpty();
    }
}
