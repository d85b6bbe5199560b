package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.aforo.api.endpoint.AwsError;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.aforo.service.streams.internal.StreamsBench.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifecycleTest {

    private final StreamsBench streams = new StreamsBench();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void aStreamIsCreatingThenActive() {
        streams.call("CreateStream", "StreamName", "ticks", "ShardCount", 2);

        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "CREATING").containsEntry("Shards",
                List.of());
        assertThat(streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data", "")).hasMessage(
                "Stream ticks under account 000000000000 not found.");

        streams.advance(Duration.ofMillis(499));
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "CREATING");

        streams.advance(Duration.ofMillis(1));
        Map<String, Object> description = streams.describe("ticks");
        assertThat(description).containsEntry("StreamStatus", "ACTIVE").containsEntry("HasMoreShards", false)
                .containsEntry("StreamARN", "arn:aws:kinesis:us-east-1:000000000000:stream/ticks")
                .containsEntry("EncryptionType", "NONE");
        assertThat(list(description, "Shards")).extracting(shard -> shard.get("ShardId"))
                .containsExactly("shardId-000000000000", "shardId-000000000001");
        assertThat(map(list(description, "Shards").get(1), "HashKeyRange"))
                .containsEntry("StartingHashKey", "170141183460469231731687303715884105728")
                .containsEntry("EndingHashKey", "340282366920938463463374607431768211455");
        assertThat(streams.services().events().since(0)).extracting(event -> event.type()).contains("stream-active");
    }

    @Test
    void aSummaryCountsOpenShards() {
        streams.call("CreateStream", "StreamName", "ticks", "ShardCount", 7);
        assertThat(summary()).containsEntry("StreamStatus", "CREATING");

        streams.advance(Duration.ofSeconds(1));

        assertThat(summary()).containsEntry("StreamStatus", "ACTIVE");
        assertThat(((Number) summary().get("OpenShardCount")).intValue()).isEqualTo(7);
        assertThat(((Number) summary().get("RetentionPeriodHours")).intValue()).isEqualTo(24);
        assertThat(map(summary(), "StreamModeDetails")).containsEntry("StreamMode", "PROVISIONED");
    }

    private Map<String, Object> summary() {
        return map(streams.call("DescribeStreamSummary", "StreamName", "ticks"), "StreamDescriptionSummary");
    }

    @Test
    void anOnDemandStreamBeginsWithFourShards() {
        streams.call("CreateStream", "StreamName", "ticks", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(Duration.ofSeconds(1));

        assertThat(list(streams.describe("ticks"), "Shards")).hasSize(4);
        assertThat(map(streams.describe("ticks"), "StreamModeDetails")).containsEntry("StreamMode", "ON_DEMAND");
    }

    @Test
    void aDeletedStreamIsDeletingThenGoneWithItsRecords() {
        streams.stream("ticks", 1).put("ticks", "k", "old");

        streams.call("DeleteStream", "StreamName", "ticks");
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "DELETING");
        assertThat(streams.refused("DeleteStream", "StreamName", "ticks").code()).isEqualTo("ResourceInUseException");
        assertThat(streams.refused("CreateStream", "StreamName", "ticks", "ShardCount", 1).code())
                .isEqualTo("ResourceInUseException");

        streams.advance(Duration.ofSeconds(1));
        assertThat(streams.refused("DescribeStream", "StreamName", "ticks").code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(streams.bench.service("kinesis").resources()).isEmpty();
        assertThat(streams.services().logs().names("kinesis")).isEmpty();

        streams.stream("ticks", 1);
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).isEmpty();
    }

    @Test
    void accountsAndRegionsHaveNamesOfTheirOwn() {
        streams.callAs("111111111111", "eu-west-1", "CreateStream", "StreamName", "ticks", "ShardCount", 1);
        streams.callAs("222222222222", "eu-west-1", "CreateStream", "StreamName", "ticks", "ShardCount", 2);
        streams.callAs("111111111111", "eu-west-2", "CreateStream", "StreamName", "ticks", "ShardCount", 3);
        streams.advance(Duration.ofSeconds(1));

        assertThat(streams.call("ListStreams")).containsEntry("StreamNames", List.of());
        Map<String, Object> mine = streams.callAs("222222222222", "eu-west-1", "ListStreams");
        assertThat(mine).containsEntry("StreamNames", List.of("ticks"));
        assertThat(list(mine, "StreamSummaries").getFirst()).containsEntry("StreamARN",
                "arn:aws:kinesis:eu-west-1:222222222222:stream/ticks");
        assertThat(list(streams.callAs("111111111111", "eu-west-2", "ListShards", "StreamName", "ticks"), "Shards"))
                .hasSize(3);
        assertThat(list(streams.callAs("222222222222", "eu-west-2", "ListShards", "StreamARN",
                StreamsBench.arn("222222222222", "eu-west-1", "ticks")), "Shards")).hasSize(2);
        assertThatThrownBy(() -> streams.callAs("333333333333", "eu-west-1", "DescribeStream", "StreamName", "ticks"))
                .isInstanceOf(AwsError.class).hasMessage("Stream ticks under account 333333333333 not found.");
    }

    @Test
    void aShardsLimitIsTheAccountsInTheRegion() {
        streams.services().quotas().override("kinesis.shards-per-account", 10L);
        streams.stream("first", 8);

        assertThat(streams.refused("CreateStream", "StreamName", "second", "ShardCount", 3)).hasMessage(
                "This request would exceed the shard limit for the account 000000000000 in us-east-1. Current shard "
                        + "count for the account: 8. Limit: 10. Number of additional shards that would have resulted from "
                        + "this request: 3. Refer to the AWS Service Limits page "
                        + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current limits and how "
                        + "to request higher limits.")
                .extracting(AwsError::code).isEqualTo("LimitExceededException");
        streams.stream("second", 2);
        streams.callAs("111111111111", "us-east-1", "CreateStream", "StreamName", "x", "ShardCount", 10);
        streams.callAs("000000000000", "eu-south-1", "CreateStream", "StreamName", "x", "ShardCount", 1_000);
        assertThatThrownBy(() -> streams.callAs("000000000000", "eu-south-1", "CreateStream", "StreamName", "y",
                "ShardCount", 1)).hasMessageContaining("Limit: 1000.");
    }

    @Test
    void atMostFiveStreamsAreCreatingAtATime() {
        for (int i = 0; i < 5; i++) {
            streams.call("CreateStream", "StreamName", "s" + i, "ShardCount", 1);
        }
        assertThat(streams.refused("CreateStream", "StreamName", "s5", "ShardCount", 1).code())
                .isEqualTo("LimitExceededException");

        streams.advance(Duration.ofSeconds(1)).stream("s5", 1);

        assertThat(streams.call("ListStreams")).containsEntry("StreamNames",
                List.of("s0", "s1", "s2", "s3", "s4", "s5"));
    }

    @Test
    void aResetForgetsEverything() {
        streams.stream("ticks", 1).put("ticks", "k", "old");
        streams.call("CreateStream", "StreamName", "half", "ShardCount", 1);

        streams.bench.service("kinesis").reset();
        streams.advance(Duration.ofSeconds(1));

        assertThat(streams.call("ListStreams")).containsEntry("StreamNames", List.of());
        assertThat(streams.stream("ticks", 1).texts("ticks", "TRIM_HORIZON")).isEmpty();
    }

    @Test
    void nothingIsLeftWhenItIsTakenOut() {
        streams.stream("ticks", 3).put("ticks", "k", "v");
        streams.call("CreateStream", "StreamName", "half", "ShardCount", 1);

        streams.bench.assertNoLeaks();
    }
}
