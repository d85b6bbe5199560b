package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.aforo.service.streams.internal.StreamsBench.map;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

class ReshardingTest {

    private static final String MIDDLE = BigInteger.ONE.shiftLeft(127).toString();
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final StreamsBench streams = new StreamsBench();

    @AfterEach
    void close() {
        streams.close();
    }

    private List<Map<String, Object>> shards() {
        return list(streams.call("ListShards", "StreamName", "ticks"), "Shards");
    }

    private List<Map<String, Object>> open() {
        return shards().stream().filter(shard -> !map(shard, "SequenceNumberRange")
                .containsKey("EndingSequenceNumber")).toList();
    }

    private void split(String shard) {
        streams.call("SplitShard", "StreamName", "ticks", "ShardToSplit", shard, "NewStartingHashKey", MIDDLE);
    }

    @Test
    void aSplitShardIsClosedAndItsChildrenShareItsRange() {
        streams.stream("ticks", 1);

        split(StreamsBench.SHARD);

        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "UPDATING");
        assertThat(shards()).hasSize(1);
        streams.advance(MOMENT);
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "ACTIVE");
        assertThat(shards()).extracting(shard -> shard.get("ParentShardId")).containsExactly(null, StreamsBench.SHARD,
                StreamsBench.SHARD);
        assertThat(open()).extracting(shard -> map(shard, "HashKeyRange").get("StartingHashKey"),
                shard -> map(shard, "HashKeyRange").get("EndingHashKey"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("0",
                                new BigInteger(MIDDLE).subtract(BigInteger.ONE).toString()),
                        org.assertj.core.groups.Tuple.tuple(MIDDLE, HashKey.MAX.toString()));
    }

    @Test
    void recordsGoToTheChildrenAndWhatWasPutBeforeIsInTheParent() {
        streams.stream("ticks", 1).put("ticks", "a", "before");
        split(StreamsBench.SHARD);
        streams.put("ticks", "a", "meanwhile");
        streams.advance(MOMENT);

        Map<String, Object> put = streams.put("ticks", "a", "after");

        assertThat(put.get("ShardId")).isIn(ShardMeta.id(1), ShardMeta.id(2));
        Map<String, Object> page = streams.read(streams.iterator("ticks", StreamsBench.SHARD, "TRIM_HORIZON"));
        assertThat(texts(page)).containsExactly("before", "meanwhile");
        assertThat(page).doesNotContainKey("NextShardIterator");
        assertThat(list(page, "ChildShards")).extracting(child -> child.get("ShardId"))
                .containsExactly(ShardMeta.id(1), ShardMeta.id(2));
        assertThat(new BigInteger((String) put.get("SequenceNumber")))
                .isGreaterThan(new BigInteger((String) records(page).getLast().get("SequenceNumber")));
    }

    @Test
    void mergedShardsHaveOneChildWithBothAsParents() {
        streams.stream("ticks", 2);

        streams.call("MergeShards", "StreamName", "ticks", "ShardToMerge", ShardMeta.id(0), "AdjacentShardToMerge",
                ShardMeta.id(1));
        streams.advance(MOMENT);

        assertThat(open()).singleElement().satisfies(shard -> {
            assertThat(shard).containsEntry("ParentShardId", ShardMeta.id(0))
                    .containsEntry("AdjacentParentShardId", ShardMeta.id(1));
            assertThat(map(shard, "HashKeyRange")).containsEntry("StartingHashKey", "0")
                    .containsEntry("EndingHashKey", HashKey.MAX.toString());
        });
    }

    /** Totals as they were seen on AWS, which tell how many splits and merges it takes. */
    @ParameterizedTest
    @CsvSource({"2,4,6", "4,5,15", "10,13,37", "4,2,6", "5,3,7"})
    void scalingTakesAsManyStepsAsOnAws(int from, int to, int total) {
        streams.stream("ticks", from);

        assertThat(streams.call("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", to, "ScalingType",
                "UNIFORM_SCALING")).containsEntry("CurrentShardCount", from).containsEntry("TargetShardCount", to);
        streams.advance(MOMENT);

        assertThat(shards()).hasSize(total);
        assertThat(open()).hasSize(to);
        BigInteger next = BigInteger.ZERO;
        for (Map<String, Object> shard : sorted(open())) {
            assertThat(start(shard)).isEqualTo(next);
            next = new BigInteger((String) map(shard, "HashKeyRange").get("EndingHashKey")).add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(BigInteger.ONE.shiftLeft(128));
    }

    private static List<Map<String, Object>> sorted(List<Map<String, Object>> shards) {
        return shards.stream().sorted(Comparator.comparing(ReshardingTest::start)).toList();
    }

    private static BigInteger start(Map<String, Object> shard) {
        return new BigInteger((String) map(shard, "HashKeyRange").get("StartingHashKey"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "5|LimitExceededException|UpdateShardCount cannot scale up over double your current open shard count. "
                    + "Current open shard count: 2, Target shard count: 5",
            "0|ValidationException|1 validation error detected: Value '0' at 'targetShardCount' failed to satisfy "
                    + "constraint: Member must have value greater than or equal to 1"})
    void noFurtherThanDoubleOrHalf(int target, String code, String message) {
        streams.stream("ticks", 2);

        assertThat(streams.refused("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", target,
                "ScalingType", "UNIFORM_SCALING")).hasMessage(message).extracting("code").isEqualTo(code);
    }

    @Test
    void aStreamIsScaledToSoManyShards() {
        streams.services().quotas().override("kinesis.scaled-shards", 3L);
        streams.stream("ticks", 2).stream("wide", 5);

        assertThat(streams.refused("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", 4, "ScalingType",
                "UNIFORM_SCALING")).hasMessageContaining("more than 3 shards in a stream").extracting("code")
                .isEqualTo("LimitExceededException");
        assertThat(streams.refused("UpdateShardCount", "StreamName", "wide", "TargetShardCount", 3, "ScalingType",
                "UNIFORM_SCALING")).extracting("code").isEqualTo("LimitExceededException");
        scale(3);
        assertThat(open()).hasSize(3);
    }

    @Test
    void tenScalingsADay() {
        streams.stream("ticks", 1);
        for (int i = 0; i < 10; i++) {
            scale(i % 2 == 0 ? 2 : 1);
        }

        assertThat(streams.refused("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", 2, "ScalingType",
                "UNIFORM_SCALING")).extracting("code").isEqualTo("LimitExceededException");
        streams.advance(Duration.ofHours(24));
        scale(2);
        assertThat(open()).hasSize(2);
    }

    private void scale(int target) {
        streams.call("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", target, "ScalingType",
                "UNIFORM_SCALING");
        streams.advance(MOMENT);
    }

    @Test
    void whatCantBeSplitOrMerged() {
        streams.stream("ticks", 3);

        assertThat(streams.refused("SplitShard", "StreamName", "ticks", "ShardToSplit", "shardId-000000000007",
                "NewStartingHashKey", "5")).hasMessage("Could not find shard shardId-000000000007 in stream ticks "
                        + "under account 000000000000.")
                .extracting("code").isEqualTo("ResourceNotFoundException");
        assertThat(streams.refused("SplitShard", "StreamName", "ticks", "ShardToSplit", StreamsBench.SHARD,
                "NewStartingHashKey", "1")).hasMessageContaining("is not both greater than one plus the shard's "
                        + "StartingHashKey 0 and less than")
                .extracting("code").isEqualTo("InvalidArgumentException");
        assertThat(streams.refused("MergeShards", "StreamName", "ticks", "ShardToMerge", ShardMeta.id(0),
                "AdjacentShardToMerge", ShardMeta.id(2))).hasMessage("Shards shardId-000000000000 and "
                        + "shardId-000000000002 in stream ticks under account 000000000000 are not an adjacent pair "
                        + "of shards eligible for merging")
                .extracting("code").isEqualTo("InvalidArgumentException");
        streams.call("SplitShard", "StreamName", "ticks", "ShardToSplit", StreamsBench.SHARD, "NewStartingHashKey",
                "5");
        assertThat(streams.refused("SplitShard", "StreamName", "ticks", "ShardToSplit", ShardMeta.id(1),
                "NewStartingHashKey", MIDDLE)).hasMessage("Stream ticks under account 000000000000 not ACTIVE, "
                        + "instead in state UPDATING")
                .extracting("code").isEqualTo("ResourceInUseException");
        streams.advance(MOMENT);
        assertThat(streams.refused("SplitShard", "StreamName", "ticks", "ShardToSplit", StreamsBench.SHARD,
                "NewStartingHashKey", "5")).hasMessageContaining("has already been merged or split");
    }

    @Test
    void aClosedShardIsForgottenWhenItsRecordsHaveExpired() {
        streams.stream("ticks", 1);
        split(StreamsBench.SHARD);
        streams.advance(MOMENT);

        streams.advance(Duration.ofHours(23));
        assertThat(shards()).hasSize(3);
        streams.advance(Duration.ofMinutes(71));
        assertThat(shards()).extracting(shard -> shard.get("ShardId")).containsExactly(ShardMeta.id(1),
                ShardMeta.id(2));
    }

    /** Puts go on while the stream is resharded again and again: none is refused, none is lost or out of order. */
    @Test
    void underLoadNothingIsLostOrOutOfOrder() throws InterruptedException {
        StreamsBench free = StreamsBench.unlimited();
        try {
            free.stream("load", 2);
            AtomicBoolean done = new AtomicBoolean();
            List<Integer> put = new ArrayList<>();
            Thread producer = Thread.ofVirtual().start(() -> {
                while (!done.get()) {
                    free.put("load", "key", Integer.toString(put.size()));
                    put.add(put.size());
                }
            });
            for (int i = 0; i < 12; i++) {
                free.call("UpdateShardCount", "StreamName", "load", "TargetShardCount", i % 2 == 0 ? 4 : 2,
                        "ScalingType", "UNIFORM_SCALING");
                free.advance(MOMENT);
            }
            done.set(true);
            producer.join();

            Map<BigInteger, Integer> read = new HashMap<>();
            for (Map<String, Object> shard : list(free.call("ListShards", "StreamName", "load"), "Shards")) {
                String iterator = free.iterator("load", (String) shard.get("ShardId"), "TRIM_HORIZON");
                for (Map<String, Object> record : records(free.read(iterator))) {
                    read.put(new BigInteger((String) record.get("SequenceNumber")),
                            Integer.valueOf(StreamsBench.text(record.get("Data"))));
                }
            }
            assertThat(read.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList())
                    .isEqualTo(put);
        } finally {
            free.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Increase|23|Minimum allowed retention period is 24 hours. Requested "
            + "retention period (23 hours) is too short.",
            "Increase|8761|Maximum allowed retention period is 8760 hours. Requested retention period (8761 hours) is "
                    + "too long.",
            "Decrease|25|Requested retention period (25 hours) for stream ticks can not be longer than existing "
                    + "retention period (24 hours). Use IncreaseRetentionPeriod API."})
    void retentionThatIsRefused(String way, int hours, String message) {
        streams.stream("ticks", 1);

        assertThat(streams.refused(way + "StreamRetentionPeriod", "StreamName", "ticks", "RetentionPeriodHours",
                hours)).hasMessage(message).extracting("code").isEqualTo("InvalidArgumentException");
    }

    @Test
    void recordsAreKeptAsLongAsAsked() {
        streams.stream("ticks", 1);
        streams.call("IncreaseStreamRetentionPeriod", "StreamName", "ticks", "RetentionPeriodHours", 48);
        streams.advance(MOMENT).put("ticks", "a", "old");

        streams.advance(Duration.ofHours(40));
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly("old");
        streams.call("DecreaseStreamRetentionPeriod", "StreamName", "ticks", "RetentionPeriodHours", 24);
        streams.advance(MOMENT);
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).isEmpty();
    }
}
