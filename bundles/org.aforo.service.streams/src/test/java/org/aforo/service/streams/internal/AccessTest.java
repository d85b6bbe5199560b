package org.aforo.service.streams.internal;

import static org.aforo.service.streams.internal.StreamsBench.ACCOUNT;
import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies of streams and consumers. */
class AccessTest {

    private static final String OTHER = "222222222222";
    private static final String REGION = "us-east-1";
    private static final String ARN = StreamsBench.arn(ACCOUNT, REGION, "ticks");

    private final StreamsBench streams = new StreamsBench();

    @BeforeEach
    void makeStream() {
        streams.stream("ticks", 1);
    }

    @AfterEach
    void close() {
        streams.bench.close();
    }

    private void policy(String arn, String statement) {
        streams.call("PutResourcePolicy", "ResourceARN", arn, "Policy",
                "{\"Statement\":{" + statement.replace('\'', '"')
                        + "}}");
    }

    private Map<String, Object> put(String account) {
        return streams.callAs(account, REGION, "PutRecord", "StreamARN", ARN, "PartitionKey", "k", "Data",
                ByteBuffer.wrap(new byte[1]));
    }

    private AwsError refused(String operation, Object... members) {
        return catchThrowableOfType(AwsError.class, () -> streams.callAs(OTHER, REGION, operation, members));
    }

    private static String words(String action, String arn) {
        return "User: arn:aws:iam::" + OTHER + ":root is not authorized to perform: kinesis:" + action
                + " on resource: " + arn + " because no resource-based policy allows the kinesis:" + action + " action";
    }

    @Test
    void anotherAccountMayWriteAndReadOnceThePolicySaysSo() {
        assertThat(catchThrowableOfType(AwsError.class, () -> put(OTHER))).hasMessage(words("PutRecord", ARN))
                .extracting(AwsError::code, AwsError::status).containsExactly("AccessDeniedException", 400);

        policy(ARN, "'Effect':'Allow','Principal':{'AWS':'" + OTHER + "'},'Action':['kinesis:PutRecord',"
                + "'kinesis:GetShardIterator','kinesis:GetRecords']");

        put(OTHER);
        String iterator = (String) streams.callAs(OTHER, REGION, "GetShardIterator", "StreamARN", ARN, "ShardId", SHARD,
                "ShardIteratorType", "TRIM_HORIZON").get("ShardIterator");
        assertThat((List<?>) streams.callAs(OTHER, REGION, "GetRecords", "ShardIterator", iterator).get("Records"))
                .hasSize(1);
        assertThat(refused("DescribeStream", "StreamARN", ARN)).hasMessage(words("DescribeStream", ARN));

        streams.bench.restart();
        put(OTHER);
        streams.call("DeleteResourcePolicy", "ResourceARN", ARN);
        assertThat(catchThrowableOfType(AwsError.class, () -> put(OTHER))).isNotNull();
        assertThat(refused("GetRecords", "ShardIterator", iterator)).hasMessage(words("GetRecords", ARN));
    }

    @Test
    void whatADenialShutsTheOwnerOutOfItCanUndo() {
        policy(ARN, "'Effect':'Deny','Principal':'*','Action':'kinesis:*'");

        assertThat(catchThrowableOfType(AwsError.class, () -> streams.put("ticks", "k", "v")))
                .hasMessageEndingWith("with an explicit deny in a resource-based policy");
        assertThat(streams.call("GetResourcePolicy", "ResourceARN", ARN)).containsKey("Policy");

        streams.call("DeleteResourcePolicy", "ResourceARN", ARN);
        assertThat(streams.put("ticks", "k", "v")).isNotEmpty();
    }

    @Test
    void policiesAreTheirOwnersAlone() {
        policy(ARN, "'Effect':'Allow','Principal':'*','Action':'kinesis:*'");

        assertThat(refused("GetResourcePolicy", "ResourceARN", ARN)).hasMessage(words("GetResourcePolicy", ARN));
        assertThat(refused("DeleteResourcePolicy", "ResourceARN", ARN)).isNotNull();
    }

    @Test
    void aConsumerHasAPolicyOfItsOwn() {
        String consumer = (String) ((Map<?, ?>) streams.call("RegisterStreamConsumer", "StreamARN", ARN, "ConsumerName",
                "c").get("Consumer")).get("ConsumerARN");
        streams.advance(Duration.ofSeconds(10));
        policy(ARN, "'Effect':'Allow','Principal':'*','Action':'kinesis:*'");
        assertThat(refused("DescribeStreamConsumer", "ConsumerARN", consumer))
                .hasMessage(words("DescribeStreamConsumer", consumer));

        policy(consumer, "'Effect':'Allow','Principal':'*','Action':'kinesis:DescribeStreamConsumer'");

        assertThat(streams.callAs(OTHER, REGION, "DescribeStreamConsumer", "ConsumerARN", consumer)).isNotEmpty();
    }

    @Test
    void whatCanBeNoPolicyIsRefused() {
        assertThat(catchThrowableOfType(AwsError.class, () -> policy(ARN,
                "'Effect':'Allow','Principal':'*','Action':'kinesis:*','Condition':{'Same':{'k':'v'}}")))
                .extracting(AwsError::code).isEqualTo("InvalidArgumentException");
    }

    @Test
    void everyOperationThatNamesAStreamIsGuarded() {
        AwsApi api = (AwsApi) streams.bench.service("kinesis").endpoints().getFirst();

        assertThat(api.operations()).filteredOn(operation -> !OfStream.class.isAssignableFrom(operation.input()))
                .extracting(AwsApi.Operation::name).isSubsetOf(Set.of("CreateStream", "ListStreams", "GetRecords",
                        "DescribeLimits", "DescribeAccountSettings", "UpdateAccountSettings"));
    }
}
