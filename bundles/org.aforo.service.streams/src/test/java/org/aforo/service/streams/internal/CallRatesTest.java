package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.aforo.api.endpoint.AwsError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How often operations may be called. */
class CallRatesTest {

    private static final String OF_STREAM = "Rate exceeded for stream ticks under account 000000000000.";

    private final StreamsBench streams = new StreamsBench().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    /** Calls as often as it goes. */
    private int calls(String operation, Object... members) {
        for (int n = 0; n < 2_000; n++) {
            AwsError refused = streams.refused(operation, members);
            if (refused != null && refused.getMessage().startsWith("Rate exceeded")) {
                assertThat(refused.code()).isEqualTo("LimitExceededException");
                return n;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void anAccountsCallsAreLimitedEachSecond() {
        assertThat(calls("DescribeStream", "StreamName", "ticks")).isEqualTo(10);
        assertThat(streams.refused("DescribeStream", "StreamName", "ticks")).hasMessage(OF_STREAM);
        assertThat(streams.refused("DescribeStream", "StreamName", "other"))
                .hasMessage("Rate exceeded for stream other under account 000000000000.");

        streams.advance(Duration.ofMillis(99));
        assertThat(calls("DescribeStream", "StreamName", "ticks")).isZero();
        streams.advance(Duration.ofMillis(1));
        assertThat(calls("DescribeStream", "StreamName", "ticks")).isEqualTo(1);
        streams.advance(Duration.ofSeconds(10));
        assertThat(calls("DescribeStream", "StreamName", "ticks")).isEqualTo(10);
    }

    @Test
    void whereNoStreamIsNamedTheAccountIsTold() {
        assertThat(calls("ListStreams")).isEqualTo(5);
        assertThat(streams.refused("ListStreams")).hasMessage("Rate exceeded for account 000000000000.");
        assertThat(calls("DescribeLimits")).isEqualTo(1);
        streams.callAs("111111111111", "us-east-1", "ListStreams");
        streams.callAs("000000000000", "eu-west-1", "ListStreams");
    }

    @Test
    void someAreLimitedForEachStream() {
        streams.stream("other", 1);

        assertThat(calls("ListTagsForStream", "StreamName", "ticks")).isEqualTo(5);
        assertThat(streams.refused("ListTagsForStream", "StreamARN", streams.bench.arn("kinesis", "stream/ticks")))
                .hasMessage(OF_STREAM);
        assertThat(calls("ListTagsForStream", "StreamName", "other")).isEqualTo(5);
        assertThat(calls("ListShards", "StreamName", "ticks")).isEqualTo(1_000);
    }

    @Test
    void theyAreLiftedAndSetLikeAnyOtherLimit() {
        streams.services().quotas().override("kinesis.calls.DescribeStreamSummary", 3L);
        assertThat(calls("DescribeStreamSummary", "StreamName", "ticks")).isEqualTo(3);

        streams.services().quotas().lift(true);
        assertThat(calls("DescribeStreamSummary", "StreamName", "ticks")).isEqualTo(Integer.MAX_VALUE);
        assertThat(calls("DescribeLimits")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void everyControlOperationThatAwsLimitsHasAQuota() {
        List<String> limited = streams.services().quotas().all().stream().map(each -> each.quota().key())
                .filter(key -> key.startsWith("kinesis.calls.")).map(key -> key.substring(14)).toList();

        assertThat(Model.built(streams)).containsAll(limited).filteredOn(name -> !limited.contains(name))
                .containsExactly("GetRecords", "GetShardIterator", "ListTagsForResource", "PutRecord", "PutRecords",
                        "StartStreamEncryption", "StopStreamEncryption", "SubscribeToShard", "TagResource",
                        "UntagResource", "UpdateMaxRecordSize", "UpdateStreamMode");
    }

    @Test
    void whatIsCheckedFirstIsTheRequest() {
        streams.advance(Duration.ofSeconds(1));
        assertThat(calls("CreateStream", "StreamName", "ticks", "ShardCount", 1)).isEqualTo(5);
        assertThatThrownBy(() -> streams.call("CreateStream", "StreamName", "not a name", "ShardCount", 1))
                .hasMessageContaining("validation error");
    }
}
