package org.aforo.ui.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSearchTest {

    private static final PeekedRecord TEA = record("k-1",
            "{\"name\":\"Green Tea\",\"price\":12.5,\"tags\":[\"new\",\"hot\"],\"shop\":{\"city\":\"Lugo\"}}");

    static PeekedRecord record(String key, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return new PeekedRecord("p", "shard-0", key, Instant.EPOCH, bytes.length, bytes, Map.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"green|true", "K-1|true", "coffee|false", "$.price > 10|true",
            "$.price > 100|false", "$.price >= 12.5|true", "$.name = Green Tea|true", "$.name = \"Green Tea\"|true",
            "$.name != Green Tea|false", "$.name ~ tea|true", "$.tags[0] = new|true", "$.tags[1] = new|false",
            "$.tags[*] = hot|true", "$.shop.city = Lugo|true", "$.shop.street|false", "$.shop|true",
            "$.nothing < 3|false"})
    void textsAndPathsAreFound(String sought, boolean found) {
        assertThat(RecordSearch.of(sought).test(TEA)).isEqualTo(found);
    }

    @Test
    void everyValueOfAnObjectWithSeveralIsLookedAt() {
        PeekedRecord delivered = record("2026/01/01/x", "{\"n\":1}{\"n\":2}\n{\"n\":3}");
        assertThat(RecordSearch.of("$.n = 3").test(delivered)).isTrue();
        assertThat(RecordSearch.of("$.n = 4").test(delivered)).isFalse();
    }

    @Test
    void whatIsMarkedIsTheTextOrThePathsValue() {
        assertThat(RecordSearch.of("Tea").highlight()).isEqualTo("tea");
        assertThat(RecordSearch.of("$.name ~ 'Tea'").highlight()).isEqualTo("tea");
        assertThat(RecordSearch.of("$.name").highlight()).isEmpty();
    }

    @Test
    void jsonIsIndentedAndItsPartsAreTold() {
        JsonText json = JsonText.of("{\"a\":[1,true],\"b\":\"x\\\"y\"}").orElseThrow();
        assertThat(json.pretty()).startsWith("{\n  \"a\" : [");
        assertThat(json.marks()).extracting(mark -> json.pretty().substring(mark.start(), mark.start() + mark.length()))
                .containsExactly("\"a\"", "1", "true", "\"b\"", "\"x\\\"y\"");
        assertThat(json.marks()).extracting(JsonText.Mark::kind).containsExactly(JsonText.Kind.NAME,
                JsonText.Kind.NUMBER, JsonText.Kind.WORD, JsonText.Kind.NAME, JsonText.Kind.STRING);
        assertThat(JsonText.of("not json")).isEmpty();
        assertThat(JsonText.of("{\"cut\":")).isEmpty();
    }

    @Test
    void theRingKeepsTheLastWithinItsBounds() {
        RecordRing ring = new RecordRing();
        for (int i = 0; i < RecordRing.MOST + 10; i++) {
            ring.add(List.of(record("k" + i, "x")));
        }
        assertThat(ring.all()).hasSize(RecordRing.MOST);
        assertThat(ring.all().get(0).key()).isEqualTo("k10");
    }

    @Test
    void theRingIsBoundedInBytesToo() {
        RecordRing ring = new RecordRing();
        String large = "x".repeat(64 * 1024);
        for (int i = 0; i < 2000; i++) {
            ring.add(List.of(record("k" + i, large)));
        }
        assertThat(ring.all().stream().mapToLong(one -> one.data().length).sum())
                .isLessThanOrEqualTo(RecordRing.MOST_BYTES);
    }
}
