package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.aforo.api.meter.Meter;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.text;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

class PutTest {

    private final StreamsBench streams = new StreamsBench();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void aRecordComesBackAsItWasPut() {
        streams.stream("ticks", 1);

        Map<String, Object> put = streams.put("ticks", "clave \u00f1 \ud83d\ude00", "{\"PRICE\":84.51}");
        Map<String, Object> record = records(streams.read(streams.iterator("ticks", SHARD, "TRIM_HORIZON")))
                .getFirst();

        assertThat(put).containsEntry("ShardId", SHARD);
        assertThat(record).containsEntry("SequenceNumber", put.get("SequenceNumber"))
                .containsEntry("PartitionKey", "clave \u00f1 \ud83d\ude00")
                .containsKey("ApproximateArrivalTimestamp");
        assertThat(text(record.get("Data"))).isEqualTo("{\"PRICE\":84.51}");
    }

    @Test
    void recordsFallIntoTheShardThatHoldsTheirHash() throws Exception {
        streams.stream("ticks", 5);
        List<HashRange> ranges = HashRange.split(5);
        List<Map<String, Object>> batch = IntStream.range(0, 200).mapToObj(i -> record("key" + i, "v" + i)).toList();

        List<Map<String, Object>> results = records(streams.putAll("ticks", batch));

        for (int i = 0; i < batch.size(); i++) {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(("key" + i).getBytes(StandardCharsets.UTF_8));
            HashKey hash = HashKey.of(new BigInteger(1, md5));
            int shard = IntStream.range(0, 5).filter(s -> ranges.get(s).start().compareTo(hash) <= 0
                    && ranges.get(s).end().compareTo(hash) >= 0).findFirst().orElseThrow();
            assertThat(results.get(i)).containsEntry("ShardId", ShardMeta.id(shard));
        }
        assertThat(results).extracting(result -> result.get("ShardId")).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "170141183460469231731687303715884105727, 0", "170141183460469231731687303715884105728, 1",
            "340282366920938463463374607431768211455, 1"})
    void anExplicitHashKeyDecidesInsteadOfTheKey(String hash, int shard) {
        streams.stream("ticks", 2);

        Map<String, Object> put = streams.call("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data",
                StreamsBench.blob("v"), "ExplicitHashKey", hash);

        assertThat(put).containsEntry("ShardId", ShardMeta.id(shard));
        assertThat(records(streams.read(streams.iterator("ticks", ShardMeta.id(shard), "TRIM_HORIZON"))))
                .singleElement().satisfies(record -> assertThat(record).containsEntry("PartitionKey", "k"));
    }

    @Test
    void aBatchKeepsItsOrderInEachShard() {
        streams.stream("ticks", 3);
        List<Map<String, Object>> batch = IntStream.range(0, 500).mapToObj(i -> record("key" + i, "v" + i)).toList();

        Map<String, Object> output = streams.putAll("ticks", batch);

        assertThat(((Number) output.get("FailedRecordCount")).intValue()).isZero();
        List<String> read = new ArrayList<>();
        for (int shard = 0; shard < 3; shard++) {
            List<Map<String, Object>> records = records(
                    streams.read(streams.iterator("ticks", ShardMeta.id(shard), "TRIM_HORIZON")));
            assertThat(records).extracting(record -> new BigInteger((String) record.get("SequenceNumber"))).isSorted();
            List<String> texts = records.stream().map(record -> text(record.get("Data"))).toList();
            assertThat(texts).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
            read.addAll(texts);
        }
        assertThat(read).hasSize(500).doesNotHaveDuplicates();
        assertThat(records(output)).extracting(result -> result.get("SequenceNumber")).doesNotHaveDuplicates();
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(1));
    }

    @Test
    void injectedFailuresHitSingleEntries() {
        streams.stream("ticks", 1);
        streams.services().faults().inject(new Fault(null, "kinesis", "PutRecords", "ticks",
                new Fault.Effect.PartialFailure("InternalFailure", "Internal service failure."), 0.5, 7, null));
        List<Map<String, Object>> batch = IntStream.range(0, 100).mapToObj(i -> record("k", "v" + i)).toList();

        Map<String, Object> output = streams.putAll("ticks", batch);

        List<Map<String, Object>> results = records(output);
        List<String> taken = IntStream.range(0, 100).filter(i -> results.get(i).containsKey("SequenceNumber"))
                .mapToObj(i -> "v" + i).toList();
        assertThat(taken).hasSizeBetween(20, 80);
        assertThat(((Number) output.get("FailedRecordCount")).intValue()).isEqualTo(100 - taken.size());
        assertThat(results).filteredOn(result -> !result.containsKey("SequenceNumber"))
                .allSatisfy(result -> assertThat(result).containsEntry("ErrorCode", "InternalFailure")
                        .containsEntry("ErrorMessage", "Internal service failure.").doesNotContainKey("ShardId"));
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).isEqualTo(taken);
        assertThat(streams.bench.resource(streams.bench.arn("kinesis", "stream/ticks")).in().snapshot().errors())
                .isEqualTo(100 - taken.size());
    }

    @Test
    void aRequestOfMoreThanTenMebibytesIsRefused() {
        streams.services().quotas().lift(true);
        streams.stream("ticks", 1);
        String mebibyteWithKey = "x".repeat((1 << 20) - 1);
        List<Map<String, Object>> fits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            fits.add(record("k", mebibyteWithKey));
        }
        List<Map<String, Object>> tooMuch = new ArrayList<>(fits);
        tooMuch.add(record("k", ""));

        assertThat(records(streams.putAll("ticks", fits))).hasSize(10);
        assertThat(streams.refused("PutRecords", "StreamName", "ticks", "Records", tooMuch))
                .hasMessage("Records size exceeds 10 MB limit").extracting(AwsError::code)
                .isEqualTo("InvalidArgumentException");
    }

    @ParameterizedTest
    @CsvSource({"k, 1048575", "clé, 1048572"})
    void aRecordsKeyCountsInItsSize(String key, int most) {
        streams.services().quotas().lift(true);
        streams.stream("ticks", 1);

        streams.put("ticks", key, "x".repeat(most));
        streams.putAll("ticks", List.of(record(key, "x".repeat(most))));
        String message = "failed to satisfy constraint: Member must have length less than or equal to 1048576";
        assertThat(streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", key, "Data",
                StreamsBench.blob("x".repeat(most + 1)))).hasMessageEndingWith("'data' " + message);
        assertThat(streams.refused("PutRecords", "StreamName", "ticks", "Records",
                List.of(record(key, "x".repeat(most + 1))))).hasMessageEndingWith("'records.1.member.data' " + message);
    }

    @Test
    void emptyDataIsARecordToo() {
        streams.stream("ticks", 1).put("ticks", "k", "");

        assertThat(texts(streams.read(streams.iterator("ticks", SHARD, "TRIM_HORIZON")))).containsExactly("");
    }

    @Test
    void metersCountRecordsWithTheirKeys() {
        streams.stream("ticks", 1).put("ticks", "key", "12345");
        streams.read(streams.iterator("ticks", SHARD, "TRIM_HORIZON"));

        for (String resource : List.of("stream/ticks", "stream/ticks/shard/" + SHARD)) {
            Meter.Snapshot in = streams.bench.resource(streams.bench.arn("kinesis", resource)).in().snapshot();
            Meter.Snapshot out = streams.bench.resource(streams.bench.arn("kinesis", resource)).out().snapshot();
            assertThat(List.of(in.records(), in.bytes(), out.records(), out.bytes())).containsExactly(1L, 8L, 1L, 8L);
        }
    }

    @Test
    void aNumberForOrderingMustBeOneThatWasGivenOut() {
        streams.stream("ticks", 1);
        String first = (String) streams.put("ticks", "k", "a").get("SequenceNumber");

        Map<String, Object> second = streams.call("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data",
                StreamsBench.blob("b"), "SequenceNumberForOrdering", first);

        assertThat((String) second.get("SequenceNumber")).isGreaterThan(first);
        assertThat(streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data", "",
                "SequenceNumberForOrdering", "123")).hasMessage("ExclusiveMinimumSequenceNumber 123 used in PutRecord "
                        + "on stream ticks under account 000000000000 is invalid.");
    }
}
