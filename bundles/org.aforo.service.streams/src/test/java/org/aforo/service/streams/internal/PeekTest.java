package org.aforo.service.streams.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Look;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeekTest {

    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/ticks";

    private StreamsBench streams;

    @BeforeEach
    void open() {
        streams = new StreamsBench().stream("ticks", 4);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    private RecordPeek peek(String arn) {
        return streams.bench.service("kinesis").peek(Arn.parse(arn)).orElseThrow();
    }

    private void putSome(int from, int to) {
        for (int i = from; i < to; i++) {
            streams.put("ticks", "key" + i, "r" + i);
            streams.advance(Duration.ofMillis(1));
        }
    }

    private static List<String> texts(Look look) {
        return look.records().stream().map(r -> StandardCharsets.UTF_8.decode(r.data().duplicate()).toString())
                .toList();
    }

    private static List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            names.add("r" + i);
        }
        return names;
    }

    @Test
    void the_newest_of_all_shards_come_in_the_order_of_time() {
        putSome(0, 40);

        Look look = peek(ARN).latest(10);

        assertThat(texts(look)).isEqualTo(names(30, 40));
        assertThat(look.records().stream().map(Peeked::partition).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void a_look_goes_on_where_the_last_one_ended_and_ends_at_the_end() {
        putSome(0, 10);
        Look first = peek(ARN).latest(3);
        putSome(10, 25);

        Look second = peek(ARN).after(first.position(), 10);
        Look third = peek(ARN).after(second.position(), 10);
        Look fourth = peek(ARN).after(third.position(), 10);

        assertThat(texts(second)).isEqualTo(names(10, 20));
        assertThat(texts(third)).isEqualTo(names(20, 25));
        assertThat(fourth.records()).isEmpty();
        assertThat(fourth.position()).isEqualTo(third.position());
    }

    @Test
    void records_that_came_in_the_same_millisecond_are_not_missed() {
        Look start = peek(ARN).latest(10);
        for (int i = 0; i < 20; i++) {
            streams.put("ticks", "key" + i, "r" + i);
        }

        Look half = peek(ARN).after(start.position(), 9);
        Look rest = peek(ARN).after(half.records().getLast().position(), 500);

        List<String> seen = new ArrayList<>(texts(half));
        seen.addAll(texts(rest));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(names(0, 20));
    }

    @Test
    void one_shard_shows_its_own() {
        putSome(0, 20);
        Peeked last = peek(ARN).latest(1).records().getFirst();

        Look shard = peek(ARN + "/shard/" + last.partition()).latest(50);

        assertThat(shard.records()).extracting(Peeked::partition).containsOnly(last.partition());
        assertThat(shard.records().size()).isLessThan(20);
        assertThat(texts(shard)).contains("r19");
    }

    @Test
    void looking_uses_up_no_limit_and_moves_no_meter() {
        putSome(0, 5);
        Map<String, String> before = figures();

        for (int i = 0; i < 200; i++) {
            peek(ARN).latest(5);
        }

        assertThat(figures()).isEqualTo(before);
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        streams.bench.service("kinesis").resources().forEach(r -> figures.put(r.name(),
                r.in().snapshot() + " " + r.out().snapshot() + " " + r.buffers()));
        return figures;
    }

    @Test
    void tells_key_size_and_numbers_and_shows_the_beginning_of_what_is_large() {
        String large = "x".repeat(100_000);
        streams.call("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "ExplicitHashKey", "7", "Data",
                StreamsBench.blob(large));

        Peeked record = peek(ARN).latest(1).records().getFirst();

        assertThat(record.key()).isEqualTo("k");
        assertThat(record.size()).isEqualTo(100_000);
        assertThat(record.data().remaining()).isEqualTo(RecordPeek.MAX_DATA);
        assertThat(record.attributes()).containsEntry("Explicit hash key", "7").containsKey("Sequence number");
    }

    @Test
    void what_is_no_position_is_refused() {
        for (String bad : List.of("", "x", "@1", "1:2:", "0:!", "@z:z")) {
            assertThatThrownBy(() -> peek(ARN).after(bad, 10)).as(bad).isInstanceOfSatisfying(AwsError.class,
                    e -> assertThat(e.code()).isEqualTo("InvalidArgumentException"));
        }
    }

    @Test
    void records_past_retention_are_not_shown() {
        putSome(0, 3);
        streams.advance(Duration.ofHours(25));
        putSome(3, 5);

        assertThat(texts(peek(ARN).latest(50))).isEqualTo(names(3, 5));
        assertThat(texts(peek(ARN).after("0:0", 50))).isEqualTo(names(3, 5));
    }

    @Test
    void there_is_nothing_to_look_at_in_what_is_not_there() {
        assertThat(streams.bench.service("kinesis").peek(Arn.parse(ARN + "x"))).isEmpty();
        assertThat(streams.bench.service("kinesis").peek(Arn.parse(ARN + "/shard/shardId-000000000099"))).isEmpty();
    }
}
