package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.aforo.api.endpoint.AwsError;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ListingTest {

    private final StreamsBench streams = StreamsBench.unlimited();

    @AfterEach
    void close() {
        streams.close();
    }

    private void createMany(int count) {
        for (int i = 0; i < count; i++) {
            streams.call("CreateStream", "StreamName", String.format("s%03d", i), "ShardCount", 1);
        }
        streams.advance(Duration.ofSeconds(1));
    }

    private static List<Object> ids(Map<String, Object> page) {
        return list(page, "Shards").stream().map(shard -> shard.get("ShardId")).toList();
    }

    @Test
    void streamsAreListedByNamePageByPage() {
        createMany(7);
        List<Object> names = new ArrayList<>();
        Map<String, Object> page = streams.call("ListStreams", "Limit", 3);
        names.addAll((List<?>) page.get("StreamNames"));
        while (Boolean.TRUE.equals(page.get("HasMoreStreams"))) {
            page = streams.call("ListStreams", "Limit", 3, "NextToken", page.get("NextToken"));
            names.addAll((List<?>) page.get("StreamNames"));
        }

        assertThat(names).containsExactly("s000", "s001", "s002", "s003", "s004", "s005", "s006");
        assertThat(page).doesNotContainKey("NextToken");
        assertThat(streams.call("ListStreams", "ExclusiveStartStreamName", "s004"))
                .containsEntry("StreamNames", List.of("s005", "s006")).containsEntry("HasMoreStreams", false);
    }

    @Test
    void atMostAHundredStreamsAreListedAtOnce() {
        createMany(101);

        Map<String, Object> page = streams.call("ListStreams", "Limit", 10_000);

        assertThat((List<?>) page.get("StreamNames")).hasSize(100);
        assertThat(list(page, "StreamSummaries")).hasSize(100);
        assertThat(streams.call("ListStreams", "NextToken", page.get("NextToken"))).containsEntry("StreamNames",
                List.of("s100"));
    }

    @Test
    void shardsAreListedPageByPage() {
        streams.stream("ticks", 25);
        List<Object> ids = new ArrayList<>();
        Map<String, Object> page = streams.call("ListShards", "StreamName", "ticks", "MaxResults", 10);
        ids.addAll(ids(page));
        while (page.containsKey("NextToken")) {
            page = streams.call("ListShards", "NextToken", page.get("NextToken"), "MaxResults", 10);
            ids.addAll(ids(page));
        }

        assertThat(ids).isEqualTo(IntStream.range(0, 25).mapToObj(ShardMeta::id).toList());
        assertThat(ids(streams.call("ListShards", "StreamName", "ticks", "ExclusiveStartShardId",
                ShardMeta.id(22)))).containsExactly(ShardMeta.id(23), ShardMeta.id(24));
    }

    @Test
    void aTokenIsGoodForFiveMinutes() {
        streams.stream("ticks", 3);
        Object token = streams.call("ListShards", "StreamName", "ticks", "MaxResults", 1).get("NextToken");

        streams.advance(Duration.ofMinutes(5));
        assertThat(ids(streams.call("ListShards", "NextToken", token))).hasSize(2);

        streams.advance(Duration.ofMillis(1));
        assertThat(streams.refused("ListShards", "NextToken", token)).extracting(AwsError::code)
                .isEqualTo("ExpiredNextTokenException");
    }

    /** Whole by its checksum, as one is that a client put together. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1:2", "1:2:x", "1:2:3:4"})
    void aTokenWithAnotherPlaceThanOursIsRefused(String place) {
        streams.stream("ticks", 1);
        StreamName ticks = new StreamName(StreamsBench.ACCOUNT, "us-east-1", "ticks");

        assertThat(streams.refused("ListShards", "NextToken",
                Token.seal("shards", ticks.account(), ticks.region(), ticks.name(), place, Long.MAX_VALUE)))
                .hasMessage("Invalid NextToken.").extracting(AwsError::code).isEqualTo("InvalidArgumentException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shards", "streams", "consumers"})
    void aTokenWithoutATimeIsRefused(String list) {
        String token = Token.seal(list, StreamsBench.ACCOUNT, "us-east-1", "ticks", "0:1:1", "noon");

        assertThatThrownBy(() -> PageToken.parse(token, list, 0)).isInstanceOf(AwsError.class)
                .hasMessage("Invalid NextToken.");
    }

    @Test
    void aDescriptionShowsAHundredShardsAtMost() {
        streams.stream("ticks", 150);

        Map<String, Object> first = StreamsBench.map(
                streams.call("DescribeStream", "StreamName", "ticks", "Limit", 1_000), "StreamDescription");
        Map<String, Object> second = StreamsBench.map(streams.call("DescribeStream", "StreamName", "ticks",
                "ExclusiveStartShardId", ids(first).getLast()), "StreamDescription");

        assertThat(ids(first)).hasSize(100);
        assertThat(first).containsEntry("HasMoreShards", true);
        assertThat(ids(second)).hasSize(50).first().isEqualTo(ShardMeta.id(100));
        assertThat(second).containsEntry("HasMoreShards", false);
    }

    @Test
    void aStreamOfAnotherCreationTimeIsNotFound() {
        streams.stream("ticks", 1);
        Instant created = (Instant) streams.describe("ticks").get("StreamCreationTimestamp");

        assertThat(ids(streams.call("ListShards", "StreamName", "ticks", "StreamCreationTimestamp", created)))
                .hasSize(1);
        assertThat(streams.refused("ListShards", "StreamName", "ticks", "StreamCreationTimestamp",
                created.minusSeconds(60)).code()).isEqualTo("ResourceNotFoundException");
    }
}
