package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.aforo.protocol.WireResponse;
import org.aforo.testkit.TestRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.aforo.service.streams.internal.StreamsBench.text;
import static org.assertj.core.api.Assertions.assertThat;

class LargePageTest {

    private static final Pattern DATA = Pattern.compile("\"Data\":\"([^\"]+)\"");

    private final StreamsBench streams = StreamsBench.unlimited();
    private final List<String> put = IntStream.range(0, 500).mapToObj(i -> i + "-".repeat(1_000)).toList();

    @BeforeEach
    void fill() {
        streams.stream("ticks", 1);
        List<Map<String, Object>> records = put.stream().map(text -> record("k", text)).toList();
        streams.putAll("ticks", records);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void aLargePageIsSentInPiecesAndHasAllRecordsInOrder() {
        WireResponse response = get(500);

        assertThat(response.feed()).isNotNull();
        assertThat(response.feed().lasting()).isFalse();
        String page = TestRequest.text(response);
        assertThat(data(page)).isEqualTo(put);
        assertThat(page).startsWith("{\"Records\":[{\"SequenceNumber\":\"49").endsWith(",\"MillisBehindLatest\":0}");
    }

    @Test
    void aSmallPageIsSentWhole() {
        WireResponse response = get(3);

        assertThat(response.feed()).isNull();
        assertThat(data(TestRequest.text(response))).isEqualTo(put.subList(0, 3));
    }

    private WireResponse get(int limit) {
        return streams.bench.wire(TestRequest.json("Kinesis_20131202.GetRecords", "{\"ShardIterator\":\""
                + streams.iterator("ticks", SHARD, "TRIM_HORIZON") + "\",\"Limit\":" + limit + '}'));
    }

    private static List<String> data(String page) {
        return DATA.matcher(page).results().map((MatchResult result) -> text(result.group(1))).toList();
    }
}
