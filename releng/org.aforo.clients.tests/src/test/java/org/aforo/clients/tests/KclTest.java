package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.clients.tests.KclConsumer.Retrieval;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The Kinesis Client Library, its leases in DynamoDB Local, over a stream that is resharded while it is read. */
@Timeout(400)
class KclTest {

    private static final String STREAM = "resharded";
    private static final int KEYS = 20;

    private static Product product;
    private static AmazonDynamoDBLocal tables;
    private static KinesisClient kinesis;

    @BeforeAll
    static void start() throws Exception {
        tables = DynamoDBEmbedded.create(true); // that is, without telling anyone that it was started
        product = Product.start("--ephemeral");
        kinesis = Clients.build(KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()),
                product.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        kinesis.close();
        product.close();
        tables.shutdown();
    }

    @Test
    void everyRecordIsReadInOrderWhileShardsAreSplitAndMerged() throws Exception {
        kinesis.createStream(r -> r.streamName(STREAM).shardCount(2));
        awaitActive();

        try (Feeder feeder = new Feeder(kinesis, STREAM, KEYS);
                KclConsumer polling = consumer(Retrieval.POLLING);
                KclConsumer fanOut = consumer(Retrieval.FAN_OUT)) {
            List<KclConsumer> both = List.of(polling, fanOut);
            Set<String> two = open();
            awaitRead(two, both);
            Set<String> four = reshard(4);
            awaitRead(four, both);
            Set<String> merged = reshard(2);
            awaitRead(merged, both);

            int places = feeder.stop();

            assertThat(places).isGreaterThan(10);
            for (KclConsumer consumer : both) {
                Await.until(() -> consumer + " has read all", () -> consumer.ledger().isComplete(KEYS, places));
                consumer.ledger().assertAsPut(KEYS, places);
                assertThat(consumer.shardsEnded()).containsAll(two).containsAll(four)
                        .doesNotContainAnyElementsOf(merged);
                if (consumer.leasesLost() == 0) {
                    assertThat(consumer.ledger().repeats()).isZero();
                }
            }
        }
    }

    private static KclConsumer consumer(Retrieval retrieval) {
        return new KclConsumer(product.endpoint(), tables.dynamoDbAsyncClient(), STREAM, retrieval);
    }

    private static void awaitRead(Set<String> shards, List<KclConsumer> consumers) throws Exception {
        Await.until(() -> shards + " are read by " + consumers,
                () -> consumers.stream().allMatch(consumer -> consumer.shardsRead().containsAll(shards)));
    }

    private static Set<String> reshard(int shards) throws Exception {
        kinesis.updateShardCount(
                r -> r.streamName(STREAM).targetShardCount(shards).scalingType(ScalingType.UNIFORM_SCALING));
        awaitActive();
        Set<String> open = open();
        assertThat(open).hasSize(shards);
        return open;
    }

    private static void awaitActive() throws Exception {
        Await.until(() -> STREAM + " is active", () -> kinesis.describeStreamSummary(r -> r.streamName(STREAM))
                .streamDescriptionSummary().streamStatus() == StreamStatus.ACTIVE);
    }

    private static Set<String> open() {
        return kinesis.listShards(r -> r.streamName(STREAM).shardFilter(f -> f.type(ShardFilterType.AT_LATEST)))
                .shards().stream().map(Shard::shardId).collect(Collectors.toSet());
    }
}
