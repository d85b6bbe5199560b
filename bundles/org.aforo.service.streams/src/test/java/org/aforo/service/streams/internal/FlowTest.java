package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.flow.RecordSource.Start;
import org.aforo.testkit.TestBench;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Streams as other services see them. */
class FlowTest {

    private StreamsBench streams = new StreamsBench().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    private static List<String> texts(List<FlowRecord> records) {
        return records.stream().map(record -> StandardCharsets.UTF_8.decode(record.data().duplicate()).toString())
                .toList();
    }

    private FlowRecord record(String key, String data) {
        return new FlowRecord("", key, ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)),
                streams.services().clock().now());
    }

    @Test
    void aCursorReadsFromTheOldestOnAndItsPositionSurvivesARestart() throws Exception {
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(streams.put("ticks", "k" + i, "v" + i).get("SequenceNumber"));
        }
        RecordSource.Cursor cursor = streams.source("ticks").open(SHARD, new Start.Earliest());
        List<FlowRecord> first = cursor.read(3, Long.MAX_VALUE, Duration.ZERO);
        String position = cursor.position();
        cursor.close();

        streams.bench.restart();
        List<FlowRecord> rest = streams.source("ticks").open(SHARD, new Start.After(position)).read(100,
                Long.MAX_VALUE, Duration.ZERO);

        assertThat(texts(first)).containsExactly("v0", "v1", "v2");
        assertThat(first).extracting(FlowRecord::id).isEqualTo(numbers.subList(0, 3));
        assertThat(first).extracting(FlowRecord::key).containsExactly("k0", "k1", "k2");
        assertThat(first.getFirst().arrived().toEpochMilli()).isEqualTo(streams.services().clock().millis());
        assertThat(texts(rest)).containsExactly("v3", "v4");
    }

    @Test
    void latestBeginsWithTheNextAndEndsNowhereWhileTheShardIsOpen() throws Exception {
        streams.put("ticks", "k", "before");
        RecordSource.Cursor cursor = streams.source("ticks").open(SHARD, new Start.Latest());
        assertThat(cursor.read(10, Long.MAX_VALUE, Duration.ZERO)).isEmpty();

        streams.put("ticks", "k", "after");

        assertThat(texts(cursor.read(10, Long.MAX_VALUE, Duration.ZERO))).containsExactly("after");
        assertThat(cursor.ended()).isFalse();
    }

    @Test
    void aCursorThatWaitsIsWokenByAPut() throws Exception {
        RecordSource.Cursor cursor = streams.source("ticks").open(SHARD, new Start.Earliest());
        CompletableFuture<List<String>> read = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                read.complete(texts(cursor.read(10, Long.MAX_VALUE, Duration.ofDays(1))));
            } catch (InterruptedException e) {
                read.completeExceptionally(e);
            }
        });

        streams.put("ticks", "k", "news");

        assertThat(read.get(10, TimeUnit.SECONDS)).containsExactly("news");
        assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void everyShardIsAPartition() {
        streams.stream("wide", 3);

        assertThat(streams.source("wide").partitions()).containsExactly(ShardMeta.id(0), ShardMeta.id(1),
                ShardMeta.id(2));
    }

    @Test
    void aSinkPutsRecordsByKeyAndSpreadsThoseWithout() throws Exception {
        streams.stream("wide", 4);
        RecordSink sink = streams.sink("wide");

        List<RecordSink.Outcome> outcomes = sink.put(IntStream.range(0, 200)
                .mapToObj(i -> record(i < 100 ? "same" : "", "v" + i)).toList());

        assertThat(outcomes).hasSize(200).allSatisfy(outcome -> assertThat(outcome.error()).isNull());
        List<Integer> shards = outcomes.stream().map(outcome -> SequenceNumber.parse(outcome.id()).shard()).toList();
        assertThat(shards.subList(0, 100)).containsOnly(shards.getFirst());
        assertThat(shards.subList(100, 200)).contains(0, 1, 2, 3);
    }

    @Test
    void aRecordThatIsTooLargeIsRefusedAlone() throws Exception {
        List<RecordSink.Outcome> outcomes = streams.sink("ticks").put(List.of(record("k", "fine"),
                record("k".repeat(257), "v"), record("k", "x".repeat((1 << 20) + 1)), record("k", "fine too")));

        assertThat(outcomes).extracting(outcome -> outcome.error() == null ? "" : outcome.error().code())
                .containsExactly("", "ValidationException", "ValidationException", "");
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly("fine", "fine too");
    }

    @Test
    void aSinkWaitsForThroughputInsteadOfDropping() throws Exception {
        streams.close();
        streams = new StreamsBench(TestBench.flowing(1_000).with(StreamsService::new));
        streams.call("CreateStream", "StreamName", "ticks", "ShardCount", 1);
        while (!"ACTIVE".equals(streams.describe("ticks").get("StreamStatus"))) {
            streams.services().scheduler().sleep(Duration.ofSeconds(1));
        }
        long before = streams.services().clock().millis();

        List<RecordSink.Outcome> outcomes = streams.sink("ticks").put(IntStream.range(0, 3_500)
                .mapToObj(i -> record("k", "v" + i)).toList());

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.error()).isNull());
        assertThat(streams.services().clock().millis() - before).isGreaterThanOrEqualTo(2_400);
        assertThat(outcomes).extracting(RecordSink.Outcome::id).doesNotHaveDuplicates();
    }

    @Test
    void aStreamThatIsNotThereHasNeither() {
        assertThatThrownBy(() -> streams.source("none")).isInstanceOf(AwsError.class)
                .extracting(error -> ((AwsError) error).code()).isEqualTo("ResourceNotFoundException");
        assertThatThrownBy(() -> streams.sink("none")).isInstanceOf(AwsError.class);
    }
}
