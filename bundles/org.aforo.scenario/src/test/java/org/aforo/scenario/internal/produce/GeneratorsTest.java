package org.aforo.scenario.internal.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.aforo.scenario.Scenario.Phase;
import org.aforo.scenario.internal.record.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorsTest {

    @TempDir
    private Path folder;

    @Test
    void theTickerSendsAwsDemoQuotesAndTheSameForTheSameSeed() {
        Ticker one = new Ticker(7);
        Ticker same = new Ticker(7);
        Set<String> sectors = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String quote = new String(one.next().data(), StandardCharsets.US_ASCII);
            assertThat(quote).isEqualTo(new String(same.next().data(), StandardCharsets.US_ASCII)).matches(
                    "\\{\"TICKER_SYMBOL\":\"[A-Z]+\",\"SECTOR\":\"[A-Z]+\",\"CHANGE\":-?\\d+\\.\\d\\d,\"PRICE\":\\d+\\.\\d\\d}");
            sectors.add(quote.replaceAll(".*SECTOR\":\"([A-Z]+).*", "$1"));
        }
        assertThat(sectors).hasSize(6);
    }

    @Test
    void linesKeepTheirBytesAndTheLastGetsItsLineFeed() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "192.0.2.1 a\r\n\nlast ä");
        List<String> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        try (Lines source = new Lines(file)) {
            source.forEachRemaining(item -> {
                lines.add(new String(item.data(), StandardCharsets.UTF_8));
                keys.add(item.key());
            });
        }
        assertThat(lines).containsExactly("192.0.2.1 a\r\n", "\n", "last ä\n");
        assertThat(keys).containsExactly("192.0.2.1", "-", "last");
    }

    @Test
    void paceAddsUpPhaseByPhase() {
        Pace pace = new Pace(List.of(new Phase(100, Duration.ofSeconds(10)), new Phase(1, Duration.ofSeconds(10))));
        assertThat(pace.dueBy(0)).isZero();
        assertThat(pace.dueBy(5)).isEqualTo(500);
        assertThat(pace.dueBy(15)).isEqualTo(1005);
        assertThat(pace.dueBy(1000)).isEqualTo(1010);
        assertThat(pace.over(19)).isFalse();
        assertThat(pace.over(20)).isTrue();
        assertThat(new Pace(List.of(new Phase(1, null))).over(1e9)).isFalse();
    }

    @Test
    void fingerprintsTellContentsApart() {
        Set<Fingerprint> prints = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            prints.add(Fingerprint.of(("record " + i).getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(prints).hasSize(200_000);
        assertThat(Fingerprint.of(new byte[3])).isNotEqualTo(Fingerprint.of(new byte[4]));
    }
}
