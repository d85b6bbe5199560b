package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The SDK's asynchronous Kinesis client (Netty), many requests at a time, with HTTP/1.1 and clear-text HTTP/2. */
class KinesisAsyncTest {

    private static Product product;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "60");
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("aws.cborEnabled");
        product.close();
    }

    @ParameterizedTest
    @CsvSource({"HTTP1_1, false", "HTTP1_1, true", "HTTP2, false", "HTTP2, true"})
    void manyPutsAtATimeAreAllReadBack(Protocol protocol, String cbor) {
        System.setProperty("aws.cborEnabled", cbor);
        String stream = protocol + "-" + cbor;
        try (KinesisAsyncClient kinesis = Clients.build(KinesisAsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(protocol)), product.endpoint())) {
            kinesis.createStream(r -> r.streamName(stream).shardCount(1)).join();
            kinesis.waiter().waitUntilStreamExists(r -> r.streamName(stream),
                    w -> w.backoffStrategyV2(software.amazon.awssdk.retries.api.BackoffStrategy
                            .fixedDelay(java.time.Duration.ofMillis(50))))
                    .join();

            List<CompletableFuture<PutRecordResponse>> puts = IntStream.range(0, 200).mapToObj(i -> kinesis
                    .putRecord(r -> r.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String("r" + i))))
                    .toList();
            Map<String, String> acknowledged = IntStream.range(0, 200).boxed()
                    .collect(Collectors.toMap(i -> puts.get(i).join().sequenceNumber(), i -> "r" + i));

            String iterator = kinesis.getShardIterator(r -> r.streamName(stream).shardId("shardId-000000000000")
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).join().shardIterator();
            List<Record> records = kinesis.getRecords(r -> r.shardIterator(iterator)).join().records();
            assertThat(records).extracting(Record::sequenceNumber).isSorted();
            assertThat(records.stream().collect(Collectors.toMap(Record::sequenceNumber, r -> r.data().asUtf8String())))
                    .isEqualTo(acknowledged);
            assertThat(Set.copyOf(acknowledged.values())).hasSize(200);
            assertThatThrownBy(() -> kinesis.deleteStream(r -> r.streamName("nowhere")).join())
                    .hasCauseInstanceOf(ResourceNotFoundException.class);
        }
    }
}
