package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.aforo.api.Bench;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.flow.RecordSource.Start;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.testkit.TestBench;

import static org.aforo.service.streams.internal.StreamsBench.in;
import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** A stream whose shard 0 was split into 1 and 2 an hour after it was made, and 1 and 2 merged into 3 an hour later. */
class LineageTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private long made;
    private final StreamsBench streams = new StreamsBench(TestBench.stepped().with(this::resharded));

    @AfterEach
    void close() {
        streams.close();
    }

    private StreamsService resharded(Bench bench) {
        made = bench.clock().millis();
        HashRange all = HashRange.split(1).getFirst();
        HashRange low = HashRange.split(2).getFirst();
        HashRange high = HashRange.split(2).getLast();
        List<ShardMeta> shards = List.of(
                shard(0, all, 0, HOUR, null, null), shard(1, low, HOUR, 2 * HOUR, 0, null),
                shard(2, high, HOUR, 2 * HOUR, 0, null), shard(3, all, 2 * HOUR, null, 1, 2));
        bench.metadata().map("kinesis.streams", StreamMeta.class).put(
                StreamsBench.arn(StreamsBench.ACCOUNT, "us-east-1", "ticks"),
                StreamMeta.made(new StreamName(StreamsBench.ACCOUNT, "us-east-1",
                        "ticks"), "PROVISIONED", made, shards, StreamSettings.made(), Map.of())
                        .withStatus(Stream.ACTIVE));
        RecordLog log = bench.logs().open("kinesis/000000000000/us-east-1/ticks/" + ShardMeta.id(0));
        log.append(List.of(new Entry(made, RecordKey.write("k".getBytes(), null, 0), java.nio.ByteBuffer.wrap(
                "last".getBytes()))));
        log.close();
        bench.clock().advance(Duration.ofHours(3));
        return new StreamsService(bench);
    }

    private ShardMeta shard(int index, HashRange range, long created, Long closed, Integer parent, Integer adjacent) {
        return new ShardMeta(index, range.start().high(), range.start().low(), range.end().high(), range.end().low(),
                made + created, closed == null ? null : made + closed, parent, adjacent);
    }

    @Test
    void aClosedShardIsReadToItsEndAndThenNamesItsChildren() {
        Map<String, Object> page = streams.read(streams.iterator("ticks", ShardMeta.id(0), "TRIM_HORIZON"));

        assertThat(texts(page)).containsExactly("last");
        assertThat(page).doesNotContainKey("NextShardIterator");
        assertThat(list(page, "ChildShards"))
                .extracting(child -> child.get("ShardId"), child -> child.get("ParentShards")).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ShardMeta.id(1), List.of(ShardMeta.id(0))),
                        org.assertj.core.groups.Tuple.tuple(ShardMeta.id(2), List.of(ShardMeta.id(0))));
        Map<String, Object> merged = streams.read(streams.iterator("ticks", ShardMeta.id(1), "LATEST"));
        assertThat(list(merged, "ChildShards").getFirst()).containsEntry("ParentShards",
                List.of(ShardMeta.id(1), ShardMeta.id(2)));
    }

    @Test
    void shardsShowTheirParentsAndTheirEnds() {
        List<Map<String, Object>> shards = list(streams.describe("ticks"), "Shards");

        assertThat(shards.get(0)).doesNotContainKeys("ParentShardId", "AdjacentParentShardId");
        assertThat(shards.get(1)).containsEntry("ParentShardId", ShardMeta.id(0))
                .doesNotContainKey("AdjacentParentShardId");
        assertThat(shards.get(3)).containsEntry("ParentShardId", ShardMeta.id(1))
                .containsEntry("AdjacentParentShardId", ShardMeta.id(2));
        List<String> starts = new ArrayList<>();
        for (Map<String, Object> shard : shards) {
            starts.add((String) StreamsBench.map(shard, "SequenceNumberRange").get("StartingSequenceNumber"));
        }
        String firstEnd = (String) StreamsBench.map(shards.get(0), "SequenceNumberRange").get("EndingSequenceNumber");
        assertThat(firstEnd).isGreaterThan(starts.get(0)).isLessThan(starts.get(1));
        assertThat(StreamsBench.map(shards.get(3), "SequenceNumberRange")).doesNotContainKey("EndingSequenceNumber");
    }

    @Test
    void newRecordsGoToTheOpenShard() {
        assertThat(streams.put("ticks", "any", "v")).containsEntry("ShardId", ShardMeta.id(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "AT_LATEST       |       | 3", "FROM_TRIM_HORIZON |       | 0 1 2 3", "AT_TRIM_HORIZON | | 0",
            "AT_TIMESTAMP    | 1800  | 0", "AT_TIMESTAMP      | 5400  | 1 2", "AT_TIMESTAMP | 9000 | 3",
            "FROM_TIMESTAMP  | 1800  | 0 1 2 3", "FROM_TIMESTAMP | 5400 | 1 2 3", "FROM_TIMESTAMP | 9000 | 3"})
    void aFilterPicksShardsByTheTimeTheyWereOpen(String type, Integer seconds, String expected) {
        Map<String, Object> filter = in("Type", type, "Timestamp",
                seconds == null ? null : made / 1000.0 + seconds);

        assertThat(indices(streams.call("ListShards", "StreamName", "ticks", "ShardFilter", filter)))
                .isEqualTo(expected);
    }

    @Test
    void aFilterHoldsOnLaterPages() {
        Map<String, Object> page = streams.call("ListShards", "StreamName", "ticks", "MaxResults", 1, "ShardFilter",
                in("Type", "FROM_TIMESTAMP", "Timestamp", made / 1000.0 + 5400));

        assertThat(indices(page)).isEqualTo("1");
        assertThat(indices(streams.call("ListShards", "NextToken", page.get("NextToken")))).isEqualTo("2 3");
        assertThat(indices(streams.call("ListShards", "StreamName", "ticks", "ShardFilter",
                in("Type", "AFTER_SHARD_ID", "ShardId", ShardMeta.id(1))))).isEqualTo("2 3");
    }

    private static String indices(Map<String, Object> page) {
        return String.join(" ", list(page, "Shards").stream()
                .map(shard -> Integer.toString(ShardMeta.index((String) shard.get("ShardId")))).toList());
    }

    @Test
    void aCursorEndsWithItsShard() throws Exception {
        RecordSource.Cursor cursor = streams.source("ticks").open(ShardMeta.id(0), new Start.Earliest());
        assertThat(cursor.ended()).isFalse();

        assertThat(cursor.read(10, Long.MAX_VALUE, Duration.ofDays(1))).hasSize(1);

        assertThat(cursor.ended()).isTrue();
        assertThat(cursor.read(10, Long.MAX_VALUE, Duration.ofDays(1))).isEmpty();
    }
}
