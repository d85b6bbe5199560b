package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.aforo.api.endpoint.AwsError;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.in;
import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What AWS says, word by word. */
class ErrorsTest {

    private static final String UNDER = " under account 000000000000";
    private static final String NOT_FOUND = "Stream none" + UNDER + " not found.";
    private static final String BOTH = "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and "
            + "StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified ";
    private static StreamsBench streams;

    @BeforeAll
    static void open() {
        streams = StreamsBench.unlimited().stream("ticks", 2);
    }

    @AfterAll
    static void close() {
        streams.close();
    }

    static Stream<Arguments> notFound() {
        Map<String, Object> none = in("StreamName", "none");
        return Stream.of(
                arguments("DescribeStream", none, NOT_FOUND),
                arguments("DescribeStreamSummary", none, NOT_FOUND),
                arguments("DeleteStream", none, NOT_FOUND),
                arguments("ListShards", none, NOT_FOUND),
                arguments("ListTagsForStream", none, NOT_FOUND),
                arguments("AddTagsToStream", in("StreamName", "none", "Tags", Map.of("a", "b")), NOT_FOUND),
                arguments("RemoveTagsFromStream", in("StreamName", "none", "TagKeys", List.of("a")), NOT_FOUND),
                arguments("PutRecord", in("StreamName", "none", "PartitionKey", "k", "Data", ""), NOT_FOUND),
                arguments("PutRecords", in("StreamName", "none", "Records", List.of(record("k", "v"))), NOT_FOUND),
                arguments("PutRecord", in("StreamARN", StreamsBench.arn("123456789012", "eu-west-1", "ticks"),
                        "PartitionKey", "k", "Data", ""), "Stream ticks under account 123456789012 not found."),
                iterator("none", "2147483647",
                        "Shard shardId-002147483647 in stream none" + UNDER + " does not exist"),
                iterator("none", "x-00002147483647",
                        "Shard shardId-002147483647 in stream none" + UNDER + " does not exist"),
                iterator("none", "2147483648", "Could not find shard 2147483648 in stream none" + UNDER + "."),
                iterator("none", "ABKLFD8", "Could not find shard ABKLFD8 in stream none" + UNDER + "."),
                iterator("none", "2.14E4", "Could not find shard 2.14E4 in stream none" + UNDER + "."),
                iterator("ticks", "shardId-5",
                        "Shard shardId-000000000005 in stream ticks" + UNDER + " does not exist"));
    }

    private static Arguments iterator(String stream, String shard, String message) {
        return arguments("GetShardIterator",
                in("StreamName", stream, "ShardId", shard, "ShardIteratorType", "LATEST"), message);
    }

    @ParameterizedTest
    @MethodSource
    void notFound(String operation, Map<String, Object> input, String message) {
        refused(operation, input, "ResourceNotFoundException", message);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("GetShardIterator", position("AT_SEQUENCE_NUMBER", null),
                        BOTH + "AT_SEQUENCE_NUMBER and no StartingSequenceNumber."),
                arguments("GetShardIterator", position("AFTER_SEQUENCE_NUMBER", null),
                        BOTH + "AFTER_SEQUENCE_NUMBER and no StartingSequenceNumber."),
                arguments("GetShardIterator", position("LATEST", "5"),
                        BOTH + "LATEST and also a StartingSequenceNumber."),
                arguments("GetShardIterator", position("TRIM_HORIZON", "5"),
                        BOTH + "TRIM_HORIZON and also a StartingSequenceNumber."),
                arguments("GetShardIterator", position("AT_TIMESTAMP", null),
                        "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. "
                                + "Current request has no timestamp parameter."),
                arguments("GetShardIterator", position("AT_SEQUENCE_NUMBER", "5"), "StartingSequenceNumber 5 used in "
                        + "GetShardIterator on shard " + SHARD + " in stream ticks" + UNDER + " is invalid."),
                arguments("GetShardIterator",
                        position("AT_SEQUENCE_NUMBER", new SequenceFormat(1_790_000_000L, 7).format(3, 1_790_000_001L)),
                        "Invalid StartingSequenceNumber. It encodes shardId-000000000007, while it was used in a call "
                                + "to a shard with " + SHARD),
                arguments("GetRecords", in("ShardIterator", "AAAAAAAAAAE="), "Invalid ShardIterator."),
                arguments("PutRecord", in("StreamName", "ticks", "PartitionKey", "k", "Data", "", "ExplicitHashKey",
                        "340282366920938463463374607431768211456"),
                        "Invalid ExplicitHashKey. ExplicitHashKey must be "
                                + "in the range: [0, 2^128-1]. Specified value was 340282366920938463463374607431768211456"),
                arguments("PutRecord", in("PartitionKey", "k", "Data", ""),
                        "Either StreamName or StreamARN must be provided."),
                arguments("ListShards", in(), "Either NextToken or StreamName should be provided."),
                arguments("ListShards", in("StreamName", "ticks", "NextToken", "x"),
                        "NextToken and StreamName cannot be provided together."),
                arguments("ListShards", in("NextToken", "x"), "Invalid NextToken."),
                arguments("ListStreams", in("NextToken", "x"), "Invalid NextToken."),
                arguments("AddTagsToStream", in("StreamName", "ticks", "Tags", Map.of("a;", "b")),
                        "Some tags contain invalid characters. Valid characters: Unicode letters, digits, "
                                + "white space, _ . / = + - % @ :."),
                arguments("AddTagsToStream", in("StreamName", "ticks", "Tags", Map.of("a", "5%")),
                        "Failed to add tags to stream ticks" + UNDER + " because some tags contained illegal "
                                + "characters. The allowed characters are Unicode letters, white-spaces, "
                                + "'_',',','/','=','+','-','@',':'."));
    }

    private static Map<String, Object> position(String type, String number) {
        return in("StreamName", "ticks", "ShardId", SHARD, "ShardIteratorType", type, "StartingSequenceNumber",
                number);
    }

    @ParameterizedTest
    @MethodSource
    void invalid(String operation, Map<String, Object> input, String message) {
        refused(operation, input, "InvalidArgumentException", message);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("CreateStream", in("StreamName", "ticks", "ShardCount", 1), "ResourceInUseException",
                        "Stream ticks" + UNDER + " already exists."),
                arguments("CreateStream", in("StreamName", "new"), "ValidationException", "1 validation error "
                        + "detected: Value null at 'shardCount' failed to satisfy constraint: "
                        + "Member must not be null"));
    }

    @ParameterizedTest
    @MethodSource
    void others(String operation, Map<String, Object> input, String code, String message) {
        refused(operation, input, code, message);
    }

    private static void refused(String operation, Map<String, Object> input, String code, String message) {
        AwsError error = catchThrowableOfType(AwsError.class,
                () -> streams.bench.call("kinesis", operation, input));

        assertThat(error).isNotNull().hasMessage(message);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(400);
    }
}
