package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.BufferState;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** Time moves only when a test says so. */
class ThrottlingTest {

    private static final String RATE_EXCEEDED = "Rate exceeded for shard shardId-000000000000 in stream ticks under "
            + "account 000000000000.";
    private static final String KIBIBYTE = "x".repeat(1023);
    private final StreamsBench streams = new StreamsBench().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    private Map<String, Object> putMany(int count, String data) {
        return streams.putAll("ticks", IntStream.range(0, count).mapToObj(i -> record("k", data)).toList());
    }

    private static int failed(Map<String, Object> output) {
        return ((Number) output.get("FailedRecordCount")).intValue();
    }

    @Test
    void aThousandRecordsASecondGetIn() {
        assertThat(failed(putMany(500, "x"))).isZero();
        assertThat(failed(putMany(400, "x"))).isZero();

        Map<String, Object> over = putMany(150, "x");

        assertThat(failed(over)).isEqualTo(50);
        assertThat(records(over).subList(0, 100)).allSatisfy(result -> assertThat(result).containsKey("ShardId"));
        assertThat(records(over).subList(100, 150)).allSatisfy(result -> assertThat(result)
                .containsEntry("ErrorCode", "ProvisionedThroughputExceededException")
                .containsEntry("ErrorMessage", RATE_EXCEEDED).doesNotContainKey("SequenceNumber"));
        assertThat(resource().in().snapshot().throttles()).isEqualTo(50);
        assertThat(stream().in().snapshot().throttles()).isEqualTo(50);
        assertThat(stream().in().snapshot().records()).isEqualTo(1_000);
    }

    @Test
    void theSecondRefillsEvenly() {
        putMany(500, "x");
        putMany(500, "x");
        assertThat(failed(putMany(300, "x"))).isEqualTo(300);

        streams.advance(Duration.ofMillis(250));

        assertThat(failed(putMany(300, "x"))).isEqualTo(50);
        streams.advance(Duration.ofSeconds(10));
        assertThat(failed(putMany(500, "x"))).isZero();
        assertThat(failed(putMany(500, "x"))).isZero();
        assertThat(failed(putMany(1, "x"))).isEqualTo(1);
    }

    @Test
    void aMebibyteASecondGetsInKeysIncluded() {
        streams.services().quotas().override("kinesis.shard-write-records", 5_000L);
        assertThat(failed(putMany(500, KIBIBYTE))).isZero();
        assertThat(failed(putMany(500, KIBIBYTE))).isZero();

        assertThat(failed(putMany(30, KIBIBYTE))).isEqualTo(6);
    }

    @Test
    void aSmallRecordGetsInWhereALargeOneDoesNot() {
        streams.services().quotas().override("kinesis.shard-write-records", 5_000L);
        putMany(500, KIBIBYTE);
        putMany(500, KIBIBYTE);

        Map<String, Object> mixed = streams.putAll("ticks",
                List.of(record("k", "x".repeat(100_000)), record("k", "small")));

        assertThat(records(mixed).get(0)).containsKey("ErrorCode");
        assertThat(records(mixed).get(1)).containsKey("SequenceNumber");
    }

    @Test
    void aRecordOfAWholeMebibyteTakesAWholeSecond() {
        String mebibyte = "x".repeat((1 << 20) - "k".length());
        streams.put("ticks", "k", mebibyte);

        AwsError error = streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data",
                StreamsBench.blob("x"));
        assertThat(error).hasMessage(RATE_EXCEEDED);
        assertThat(error.code()).isEqualTo("ProvisionedThroughputExceededException");

        streams.advance(Duration.ofMillis(1_001));
        streams.put("ticks", "k", mebibyte);
    }

    @Test
    void fiveReadsASecondAreAnswered() {
        String iterator = streams.iterator("ticks", SHARD, "LATEST");
        for (int i = 0; i < 5; i++) {
            iterator = (String) streams.read(iterator).get("NextShardIterator");
        }

        assertThat(streams.refused("GetRecords", "ShardIterator", iterator)).hasMessage(RATE_EXCEEDED);
        assertThat(resource().out().snapshot().throttles()).isEqualTo(1);

        streams.advance(Duration.ofMillis(200));
        streams.read(iterator);
    }

    @Test
    void aReadOfTenMebibytesIsPaidOffInFiveSeconds() {
        for (int i = 0; i < 10; i++) {
            streams.put("ticks", "k", "x".repeat((1 << 20) - 1));
            streams.advance(Duration.ofSeconds(2));
        }
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        assertThat(texts(streams.read(iterator))).hasSize(10);

        streams.advance(Duration.ofMillis(4_990));
        assertThat(streams.refused("GetRecords", "ShardIterator", iterator)).hasMessage(RATE_EXCEEDED);

        streams.advance(Duration.ofMillis(10));
        assertThat(texts(streams.read(iterator))).hasSize(10);
    }

    @Test
    void liftedLimitsLetEverythingIn() {
        streams.services().quotas().lift(true);
        String iterator = streams.iterator("ticks", SHARD, "LATEST");
        for (int i = 0; i < 20; i++) {
            assertThat(failed(putMany(500, KIBIBYTE))).isZero();
            streams.read(iterator);
        }
    }

    @Test
    void anOverriddenLimitHoldsAtOnce() {
        streams.services().quotas().override("kinesis.shard-write-records", 10L);

        assertThat(failed(putMany(25, "x"))).isEqualTo(15);
    }

    @Test
    void shardsHaveLimitsOfTheirOwnAndShowThem() {
        streams.stream("wide", 2);
        List<Map<String, Object>> batch = IntStream.range(0, 500)
                .mapToObj(i -> StreamsBench.in("PartitionKey", "k", "Data", StreamsBench.blob("x"), "ExplicitHashKey",
                        i % 2 == 0 ? "0" : "340282366920938463463374607431768211455"))
                .toList();
        for (int i = 0; i < 4; i++) {
            assertThat(failed(streams.putAll("wide", batch))).isZero();
        }

        Resource shard = streams.bench.resource(streams.bench.arn("kinesis", "stream/wide/shard/" + SHARD));
        BufferState records = shard.buffers().stream().filter(b -> b.name().equals("write records")).findFirst()
                .orElseThrow();
        assertThat(records.bytes()).isEqualTo(1_000);
        assertThat(records.maxBytes()).isEqualTo(1_000);
        assertThat(shard.parent()).hasValue(streams.bench.resource(streams.bench.arn("kinesis", "stream/wide")).arn());
    }

    private Resource resource() {
        return streams.bench.resource(streams.bench.arn("kinesis", "stream/ticks/shard/" + SHARD));
    }

    private Resource stream() {
        return streams.bench.resource(streams.bench.arn("kinesis", "stream/ticks"));
    }
}
