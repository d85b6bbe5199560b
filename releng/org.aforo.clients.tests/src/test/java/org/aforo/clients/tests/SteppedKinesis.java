package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** A Kinesis client of each kind, a product whose clock the test steps, and the name of a stream of the test's own. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class SteppedKinesis {

    static final Duration SECOND = Duration.ofSeconds(1);
    static Product product;

    final Wire wire;
    KinesisClient kinesis;
    String stream;
    private final Set<String> contentTypes = ConcurrentHashMap.newKeySet();

    SteppedKinesis(Wire wire) {
        this.wire = wire;
    }

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "0");
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("aws.cborEnabled");
        product.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        System.setProperty("aws.cborEnabled", wire.cbor());
        kinesis = Clients.build(KinesisClient.builder().httpClientBuilder(wire.http()), product.endpoint(),
                new ContentTypes());
        stream = wire + "-" + test.getTestMethod().orElseThrow().getName();
        product.advance(SECOND);
    }

    @AfterEach
    void disconnect() {
        kinesis.close();
        assertThat(contentTypes).containsOnly(wire.contentType());
    }

    void create(int shards) {
        kinesis.createStream(r -> r.streamName(stream).shardCount(shards));
        product.advance(SECOND);
    }

    PutRecordResponse put(String text) {
        return kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String(text)));
    }

    String iterator(String shard, ShardIteratorType type) {
        return kinesis.getShardIterator(r -> r.streamName(stream).shardId(shard).shardIteratorType(type))
                .shardIterator();
    }

    GetRecordsResponse read(ShardIteratorType type) {
        String iterator = iterator("shardId-000000000000", type);
        return kinesis.getRecords(r -> r.shardIterator(iterator));
    }

    static List<String> texts(List<Record> records) {
        return records.stream().map(r -> r.data().asUtf8String()).toList();
    }

    /** Notes what the SDK really sent. */
    private final class ContentTypes implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            contentTypes.add(context.httpRequest().firstMatchingHeader("Content-Type").orElse("none"));
        }
    }
}
