package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.ConsumerStatus;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StartingPosition;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/** Enhanced fan-out with the SDK's asynchronous client, over clear-text HTTP/2 and over TLS. */
@Timeout(120)
class FanOutTest {

    private static final String SHARD = "shardId-000000000000";

    @TempDir
    private static Path data;
    private static Product product;
    private static URI tls;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--data", data.toString(), "--tls-port", "0");
        tls = product.tlsEndpoint();
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("aws.cborEnabled");
        product.close();
    }

    @ParameterizedTest
    @CsvSource({"http, false", "http, true", "https, false", "https, true"})
    void recordsArePushedInOrderUntilTheShardEnds(String scheme, String cbor) throws Exception {
        System.setProperty("aws.cborEnabled", cbor);
        String stream = scheme + "-" + cbor;
        try (KinesisAsyncClient kinesis = client(scheme)) {
            String consumer = consumer(kinesis, stream);
            put(kinesis, stream, 0, 50);
            Subscriber subscriber = new Subscriber(kinesis, consumer, p -> p.type(ShardIteratorType.TRIM_HORIZON));
            Await.until(() -> "50 records: " + subscriber.texts(), () -> subscriber.texts().size() == 50);

            put(kinesis, stream, 50, 100);
            kinesis.splitShard(r -> r.streamName(stream).shardToSplit(SHARD)
                    .newStartingHashKey("170141183460469231731687303715884105728")).join();
            subscriber.done.get(60, TimeUnit.SECONDS);

            assertThat(subscriber.texts())
                    .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "r" + i).toList());
            assertThat(subscriber.events.getLast().childShards()).extracting(ChildShard::shardId)
                    .containsExactly("shardId-000000000001", "shardId-000000000002");
            assertThat(subscriber.events.getLast().childShards().get(0).parentShards()).containsExactly(SHARD);
        }
    }

    @Test
    void aSubscriptionEndsAfterFiveMinutesAndIsTakenUpWhereItEnded() throws Exception {
        try (KinesisAsyncClient kinesis = client("http")) {
            String consumer = consumer(kinesis, "resumed");
            Subscriber first = new Subscriber(kinesis, consumer, p -> p.type(ShardIteratorType.TRIM_HORIZON));
            put(kinesis, "resumed", 0, 3);
            Await.until(() -> "three records: " + first.texts(), () -> first.texts().size() == 3);
            clock(150);
            first.done.get(60, TimeUnit.SECONDS);
            put(kinesis, "resumed", 3, 5);

            Subscriber second = new Subscriber(kinesis, consumer, p -> p
                    .type(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(first.events.getLast().continuationSequenceNumber()));
            second.done.get(60, TimeUnit.SECONDS);

            assertThat(first.texts()).containsExactly("r0", "r1", "r2");
            assertThat(second.texts()).containsExactly("r3", "r4");
            assertThat(first.events).filteredOn(event -> event.records().isEmpty()).hasSizeGreaterThan(10)
                    .allMatch(event -> event.continuationSequenceNumber() != null);
        } finally {
            clock(1);
        }
    }

    @Test
    void whatCannotBeSubscribedToIsRefused() throws Exception {
        try (KinesisAsyncClient kinesis = client("http")) {
            String consumer = consumer(kinesis, "refused");
            Subscriber nowhere = new Subscriber(kinesis, consumer.replaceFirst("consumer/.*", "consumer/nobody:1"),
                    p -> p.type(ShardIteratorType.LATEST));
            put(kinesis, "refused", 0, 1);
            clock(0);
            Subscriber one = new Subscriber(kinesis, consumer, p -> p.type(ShardIteratorType.TRIM_HORIZON));
            Await.until(() -> "a first event", () -> !one.events.isEmpty());
            Subscriber tooSoon = new Subscriber(kinesis, consumer, p -> p.type(ShardIteratorType.LATEST));

            assertThatThrownBy(() -> nowhere.done.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> tooSoon.done.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ResourceInUseException.class);
        } finally {
            clock(1);
        }
    }

    private static KinesisAsyncClient client(String scheme) throws Exception {
        TrustManager[] trusting = trusting();
        return Clients.build(KinesisAsyncClient.builder().httpClientBuilder(NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP2).tlsTrustManagersProvider(() -> trusting)),
                scheme.equals("https") ? tls : product.endpoint());
    }

    private static void clock(int scale) throws Exception {
        product.ask("PUT", "/_aforo/clock", "{\"scale\":" + scale + "}");
    }

    /** Makes a stream of one shard with a consumer, and gives the consumer's ARN. */
    private static String consumer(KinesisAsyncClient kinesis, String stream) throws Exception {
        kinesis.createStream(r -> r.streamName(stream).shardCount(1)).join();
        Await.until(() -> stream + " is active", () -> kinesis.describeStreamSummary(r -> r.streamName(stream)).join()
                .streamDescriptionSummary().streamStatus() == StreamStatus.ACTIVE);
        String arn = kinesis.describeStreamSummary(r -> r.streamName(stream)).join().streamDescriptionSummary()
                .streamARN();
        String consumer = kinesis.registerStreamConsumer(r -> r.streamARN(arn).consumerName("c")).join().consumer()
                .consumerARN();
        Await.until(() -> "the consumer is active",
                () -> kinesis.describeStreamConsumer(r -> r.consumerARN(consumer)).join().consumerDescription()
                        .consumerStatus() == ConsumerStatus.ACTIVE);
        return consumer;
    }

    private static void put(KinesisAsyncClient kinesis, String stream, int from, int to) {
        List<PutRecordsRequestEntry> entries = IntStream.range(from, to).mapToObj(i -> PutRecordsRequestEntry.builder()
                .partitionKey("k").data(SdkBytes.fromUtf8String("r" + i)).build()).toList();
        assertThat(kinesis.putRecords(r -> r.streamName(stream).records(entries)).join().failedRecordCount()).isZero();
    }

    /** Trusts the product's own certificate and no other. */
    private static TrustManager[] trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(data.resolve("tls/certificate.pem"))) {
            store.setCertificateEntry("product",
                    CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    /** What came over one subscription. */
    private static final class Subscriber {
        private final List<SubscribeToShardEvent> events = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> done;

        Subscriber(KinesisAsyncClient kinesis, String consumer,
                java.util.function.Consumer<StartingPosition.Builder> from) {
            done = kinesis.subscribeToShard(
                    r -> r.consumerARN(consumer).shardId(SHARD).startingPosition(from)
                            .overrideConfiguration(c -> c.apiCallTimeout(java.time.Duration.ofMinutes(2))),
                    SubscribeToShardResponseHandler.builder().subscriber(event -> {
                        if (event instanceof SubscribeToShardEvent batch) {
                            events.add(batch);
                        }
                    }).build());
        }

        List<String> texts() {
            return events.stream().flatMap(event -> event.records().stream()).map(Record::data)
                    .map(SdkBytes::asUtf8String).toList();
        }
    }
}
