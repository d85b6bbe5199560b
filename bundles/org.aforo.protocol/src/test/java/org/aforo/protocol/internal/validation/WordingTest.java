package org.aforo.protocol.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.protocol.Dispatcher;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.fake.FakeService;
import org.aforo.protocol.internal.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Kinesis and Firehose say of inputs that break their models' constraints. The words are those that clients of
 * AWS report; where several members are wrong AWS's order follows no rule, ours is the model's.
 */
class WordingTest {

    private static final String K = "Kinesis_20131202.";
    private static final String F = "Firehose_20150804.";
    private static final String NAME = "\"StreamName\":\"s\"";
    private static final String NOT_NULL = " failed to satisfy constraint: Member must not be null";
    private static final String NAME_PATTERN = " failed to satisfy constraint: Member must satisfy regular expression "
            + "pattern: [a-zA-Z0-9_.-]+";
    private static final String AT_LEAST_1 = " failed to satisfy constraint: Member must have length greater than or "
            + "equal to 1";

    private final Dispatcher dispatcher = new Dispatcher(new FakeBench(false).bench());

    record Any() {
    }

    WordingTest() {
        plug("kinesis", "kinesis-2013-12-02", List.of("CreateStream", "PutRecord", "PutRecords", "GetRecords",
                "GetShardIterator", "AddTagsToStream", "RemoveTagsFromStream", "SplitShard", "UpdateShardCount"));
        plug("firehose", "firehose-2015-08-04", List.of("PutRecord", "PutRecordBatch", "CreateDeliveryStream",
                "ListDeliveryStreams"));
    }

    private void plug(String id, String model, List<String> operations) {
        URL url = WordingTest.class.getResource("/model/" + model + "-model.json");
        AwsApi.Builder api = AwsApi.of(url);
        operations.forEach(o -> api.operation(o, Any.class, Any.class, (in, call) -> new Any()));
        dispatcher.plug(new FakeService(id, api.build()));
    }

    private static Arguments broken(String operation, String body, String... violations) {
        return Arguments.of(operation, body, violations.length + " validation error"
                + (violations.length == 1 ? "" : "s") + " detected: " + String.join("; ", violations));
    }

    private static String blob(int size) {
        return Base64.getEncoder().encodeToString(new byte[size]);
    }

    static Stream<Arguments> kinesis() {
        String longName = "a".repeat(129);
        return Stream.of(
                broken(K + "PutRecords", "{" + NAME + "}", "Value null at 'records'" + NOT_NULL),
                broken(K + "GetRecords", "{}", "Value null at 'shardIterator'" + NOT_NULL),
                broken(K + "PutRecords", "{\"Records\":[]," + NAME + "}", "Value '[]' at 'records'" + AT_LEAST_1),
                broken(K + "CreateStream", "{\"StreamName\":\"\"}", "Value '' at 'streamName'" + NAME_PATTERN,
                        "Value '' at 'streamName'" + AT_LEAST_1),
                broken(K + "CreateStream", "{\"StreamName\":\"a b\"}", "Value 'a b' at 'streamName'" + NAME_PATTERN),
                broken(K + "CreateStream", "{\"StreamName\":\"a\\n\"}", "Value 'a\n' at 'streamName'" + NAME_PATTERN),
                broken(K + "CreateStream", "{\"StreamName\":\"" + longName + "\",\"ShardCount\":100000}",
                        "Value '" + longName + "' at 'streamName' failed to satisfy constraint: Member must have "
                                + "length less than or equal to 128"),
                broken(K + "CreateStream", "{" + NAME + ",\"ShardCount\":0}", "Value '0' at 'shardCount' failed to "
                        + "satisfy constraint: Member must have value greater than or equal to 1"),
                broken(K + "GetRecords", "{\"ShardIterator\":\"\",\"Limit\":100000}",
                        "Value '' at 'shardIterator'" + AT_LEAST_1, "Value '100000' at 'limit' failed to satisfy "
                                + "constraint: Member must have value less than or equal to 10000"),
                broken(K + "AddTagsToStream", "{" + NAME + ",\"Tags\":{}}", "Value '{}' at 'tags'" + AT_LEAST_1),
                broken(K + "AddTagsToStream", "{" + NAME + ",\"Tags\":{\"" + longName + "\":\"v\"}}", "Value '{"
                        + longName
                        + "=v}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must "
                        + "have length less than or equal to 128, Member must have length greater than or equal to 1]"),
                broken(K + "AddTagsToStream", "{" + NAME + ",\"Tags\":{\"k\":\"" + longName + longName + "\"}}",
                        "Value '{k=" + longName + longName
                                + "}' at 'tags' failed to satisfy constraint: Map value must "
                                + "satisfy constraint: [Member must have length less than or equal to 256, Member must "
                                + "have length greater than or equal to 0]"),
                broken(K + "RemoveTagsFromStream", "{" + NAME + ",\"TagKeys\":[\"a\",\"" + longName + "\",\"b\",\"\"]}",
                        "Value '[a, " + longName + ", b, ]' at 'tagKeys' failed to satisfy constraint: Member must "
                                + "satisfy constraint: [Member must have length less than or equal to 128, Member must "
                                + "have length greater than or equal to 1]"),
                broken(K + "SplitShard", "{" + NAME + ",\"ShardToSplit\":\"s\",\"NewStartingHashKey\":\"\"}",
                        "Value '' at 'newStartingHashKey' failed to satisfy constraint: Member must satisfy regular "
                                + "expression pattern: 0|([1-9]\\d{0,38})"),
                broken(K + "PutRecords", "{" + NAME + ",\"Records\":[{\"Data\":\"\",\"PartitionKey\":\"k\"},"
                        + "{\"PartitionKey\":\"\"}]}", "Value null at 'records.2.member.data'" + NOT_NULL,
                        "Value '' at 'records.2.member.partitionKey'" + AT_LEAST_1));
    }

    static Stream<Arguments> more() {
        String record = "{\"Data\":\"\"}";
        return Stream.of(
                broken(K + "PutRecord", "{}", "Value null at 'data'" + NOT_NULL,
                        "Value null at 'partitionKey'" + NOT_NULL),
                broken(K + "PutRecord", "{" + NAME + ",\"PartitionKey\":\"k\",\"Data\":\"" + blob(1_048_577) + "\"}",
                        "Value 'java.nio.HeapByteBuffer[pos=0 lim=1048577 cap=1048577]' at 'data' failed to "
                                + "satisfy constraint: Member must have length less than or equal to 1048576"),
                broken(F + "PutRecord", "{\"Record\":" + record + "}", "Value null at 'deliveryStreamName'" + NOT_NULL),
                broken(F + "PutRecord", "{\"DeliveryStreamName\":\"" + "x".repeat(65) + "\",\"Record\":" + record + "}",
                        "Value '" + "x".repeat(65) + "' at 'deliveryStreamName' failed to satisfy constraint: Member "
                                + "must have length less than or equal to 64"),
                broken(F + "PutRecord", "{\"DeliveryStreamName\":\"a\\n\",\"Record\":" + record + "}",
                        "Value 'a\n' at 'deliveryStreamName'" + NAME_PATTERN),
                broken(F + "PutRecord", "{\"DeliveryStreamName\":\"a\",\"Record\":{}}",
                        "Value null at 'record.data'" + NOT_NULL),
                broken(F + "PutRecordBatch", "{\"DeliveryStreamName\":\"a\",\"Records\":[" + record + ",{}]}",
                        "Value null at 'records.2.member.data'" + NOT_NULL),
                broken(F + "ListDeliveryStreams", "{\"Limit\":0,\"DeliveryStreamType\":\"X\"}",
                        "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or "
                                + "equal to 1",
                        "Value 'X' at 'deliveryStreamType' failed to satisfy constraint: Member must satisfy enum "
                                + "value set: [DirectPut, KinesisStreamAsSource, MSKAsSource]"),
                broken(F + "CreateDeliveryStream", "{\"DeliveryStreamName\":\"a\",\"ExtendedS3DestinationConfiguration"
                        + "\":{\"BufferingHints\":{\"IntervalInSeconds\":901,\"SizeInMBs\":129}}}",
                        "Value null at 'extendedS3DestinationConfiguration.roleARN'" + NOT_NULL,
                        "Value null at 'extendedS3DestinationConfiguration.bucketARN'" + NOT_NULL,
                        "Value '129' at 'extendedS3DestinationConfiguration.bufferingHints.sizeInMBs' failed to "
                                + "satisfy constraint: Member must have value less than or equal to 128",
                        "Value '901' at 'extendedS3DestinationConfiguration.bufferingHints.intervalInSeconds' failed "
                                + "to satisfy constraint: Member must have value less than or equal to 900"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource({"kinesis", "more"})
    void isAwss(String target, String body, String message) {
        WireResponse response = dispatcher.handle(FakeRequest.json(target, body));
        byte[] bytes = new byte[response.body().remaining()];
        response.body().duplicate().get(bytes);
        assertThat(response.status()).isEqualTo(400);
        assertThat(JsonReader.parse(bytes)).isEqualTo(Map.of("__type", "ValidationException", "message", message));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsAreBounded(String target, String name, String item) {
        String body = "{\"" + name + "\":\"a\",\"Records\":[" + (item + ",").repeat(500) + item + "]}";
        WireResponse response = dispatcher.handle(FakeRequest.json(target, body));
        byte[] bytes = new byte[response.body().remaining()];
        response.body().duplicate().get(bytes);
        assertThat(((Map<?, ?>) JsonReader.parse(bytes)).get("message")).asString()
                .startsWith("1 validation error detected: Value '[").endsWith(
                        "' at 'records' failed to satisfy constraint: Member must have length less than or equal to 500");
    }

    static Stream<Arguments> lists() {
        return Stream.of(Arguments.of(K + "PutRecords", "StreamName", "{\"Data\":\"\",\"PartitionKey\":\"k\"}"),
                Arguments.of(F + "PutRecordBatch", "DeliveryStreamName", "{\"Data\":\"\"}"));
    }
}
