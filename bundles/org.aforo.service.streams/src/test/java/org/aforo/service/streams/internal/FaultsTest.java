package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.blob;
import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** Failures on purpose, as clients of a stream of two shards get them. */
class FaultsTest {

    private static final String SLOW = ShardMeta.id(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Effect LATE = new Effect.Latency(SECOND.multipliedBy(2), SECOND.multipliedBy(2));

    private final StreamsBench streams = new StreamsBench();

    @BeforeEach
    void twoShards() {
        streams.stream("ticks", 2);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    private void inject(String operation, String resource, Effect effect, double rate, long seed) {
        streams.services().faults().inject(new Fault(null, "kinesis", operation, resource, effect, rate, seed, null));
    }

    /** How long a call takes in bench time. */
    private long seconds(Runnable call) {
        long[] took = new long[1];
        streams.services().scheduler().after(SECOND, "call", () -> {
            long before = streams.services().clock().millis();
            call.run();
            took[0] = streams.services().clock().millis() - before;
        });
        streams.advance(SECOND);
        return took[0] / 1000;
    }

    private static String hash(int shard) {
        return HashRange.split(2).get(shard).start().toString();
    }

    private void put(int shard, String data) {
        streams.call("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "ExplicitHashKey", hash(shard), "Data",
                blob(data));
    }

    private static Map<String, Object> to(int shard, String data) {
        Map<String, Object> record = record("k", data);
        record.put("ExplicitHashKey", hash(shard));
        return record;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticks/shard/shardId-000000000001", "*-000000000001",
            "arn:aws:kinesis:us-east-1:000000000000:stream/ticks/shard/shardId-000000000001"})
    void oneShardIsSlowAndTheOtherIsNot(String resource) {
        String fast = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        String slow = streams.iterator("ticks", SLOW, "TRIM_HORIZON");
        inject("*", resource, LATE, 1, 1);

        assertThat(seconds(() -> streams.read(fast))).isZero();
        assertThat(seconds(() -> streams.read(slow))).isEqualTo(2);
        assertThat(seconds(() -> streams.iterator("ticks", SHARD, "LATEST"))).isZero();
        assertThat(seconds(() -> streams.iterator("ticks", "1", "LATEST"))).isEqualTo(2);
        assertThat(seconds(() -> put(0, "a"))).isZero();
        assertThat(seconds(() -> put(1, "b"))).isEqualTo(2);
        assertThat(seconds(() -> streams.putAll("ticks", List.of(to(0, "c"), to(0, "d"))))).isZero();
        assertThat(seconds(() -> streams.putAll("ticks", List.of(to(0, "e"), to(1, "f"), to(1, "g"))))).isEqualTo(2);
    }

    @Test
    void theWholeStreamIsSlowOnceACall() {
        inject("*", "ticks", LATE, 1, 1);

        assertThat(seconds(() -> put(1, "b"))).isEqualTo(2);
        assertThat(seconds(() -> streams.putAll("ticks", List.of(to(0, "e"), to(1, "f"))))).isEqualTo(2);
    }

    @Test
    void aShardThatFailsFailsItsRecordsOnly() {
        inject("Put*", "ticks/shard/" + SLOW, new Effect.Failure("InternalFailure", 500, "down"), 1, 1);

        List<Map<String, Object>> results = records(streams.putAll("ticks", List.of(to(0, "a"), to(1, "b"))));

        assertThat(results.get(0)).containsEntry("ShardId", SHARD);
        assertThat(results.get(1)).containsEntry("ErrorCode", "InternalFailure").containsEntry("ErrorMessage", "down");
        put(0, "c");
        assertThat(streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "ExplicitHashKey", hash(1),
                "Data", blob("d"))).extracting(AwsError::status).isEqualTo(500);
        assertThat(shard(0)).containsExactly("a", "c");
        assertThat(shard(1)).isEmpty();
    }

    private List<String> shard(int index) {
        return texts(streams.read(streams.iterator("ticks", ShardMeta.id(index), "TRIM_HORIZON")));
    }

    @Test
    void iteratorsExpireForAShareOfTheReads() {
        put(0, "a");
        inject("GetRecords", "ticks", new Effect.Failure("ExpiredIteratorException", 400, "Iterator expired."), 0.3, 7);

        List<Boolean> first = expired(100);
        streams.services().faults().clear();
        inject("GetRecords", "ticks", new Effect.Failure("ExpiredIteratorException", 400, "Iterator expired."), 0.3, 7);

        assertThat(first.stream().filter(each -> each).count()).isBetween(15L, 45L);
        assertThat(expired(100)).isEqualTo(first);
    }

    private List<Boolean> expired(int reads) {
        List<Boolean> expired = new ArrayList<>();
        for (int i = 0; i < reads; i++) {
            streams.advance(SECOND);
            String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
            AwsError error = streams.refused("GetRecords", "ShardIterator", iterator);
            expired.add(error != null);
            if (error != null) {
                assertThat(error.code()).isEqualTo("ExpiredIteratorException");
            }
        }
        return expired;
    }

    @Test
    void aPutWhoseAnswerIsLostIsStoredAndStoredAgainByTheRetry() {
        inject("PutRecord", "ticks", new Effect.Failure("InternalFailure", 500, "lost", true), 0.5, 11);
        List<String> expected = new ArrayList<>();

        for (int i = 0; i < 50; i++) {
            String data = "v" + i;
            expected.add(data);
            while (streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "ExplicitHashKey", "0",
                    "Data", blob(data)) != null) {
                expected.add(data);
            }
        }

        assertThat(expected).hasSizeBetween(70, 150);
        assertThat(shard(0)).isEqualTo(expected);
    }

    @Test
    void entriesThatAreToldToHaveFailedAreStored() {
        inject("PutRecords", "ticks", new Effect.PartialFailure("InternalFailure", "lost", true), 0.3, 5);
        List<Map<String, Object>> batch = IntStream.range(0, 100).mapToObj(i -> to(0, "v" + i)).toList();

        Map<String, Object> output = streams.putAll("ticks", batch);

        List<Integer> failed = IntStream.range(0, 100).filter(i -> records(output).get(i).containsKey("ErrorCode"))
                .boxed().toList();
        assertThat(failed).hasSizeBetween(15, 45);
        assertThat(((Number) output.get("FailedRecordCount")).intValue()).isEqualTo(failed.size());
        assertThat(shard(0)).containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "v" + i).toList());
        List<Map<String, Object>> again = failed.stream().map(batch::get).toList();
        streams.services().faults().clear();
        streams.putAll("ticks", again);
        assertThat(shard(0)).hasSize(100 + failed.size());
    }

    @Test
    void entriesOfOneShardAreLost() {
        inject("PutRecords", "*-000000000001", new Effect.PartialFailure("InternalFailure", "lost", true), 1, 5);

        List<Map<String, Object>> results = records(streams.putAll("ticks", List.of(to(0, "a"), to(1, "b"))));

        assertThat(results.get(0)).doesNotContainKey("ErrorCode");
        assertThat(results.get(1)).containsEntry("ErrorCode", "InternalFailure");
        assertThat(shard(1)).containsExactly("b");
    }
}
