package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.ConcurrentModificationException;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;
import software.amazon.awssdk.services.firehose.model.Tag;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Data Firehose through the SDK for Java, from the put to the object in S3, on a clock that the tests step. */
class FirehoseTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration AWAIT = Duration.ofSeconds(10);
    private static final String ROLE = "arn:aws:iam::000000000000:role/LabRole";

    private static Product product;
    private static FirehoseClient firehose;
    private static S3Client s3;

    private String stream;
    private String bucket;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "0");
        firehose = Clients.build(FirehoseClient.builder().httpClientBuilder(ApacheHttpClient.builder()),
                product.endpoint());
        s3 = Clients.build(S3Client.builder().httpClientBuilder(ApacheHttpClient.builder()).forcePathStyle(true),
                product.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        firehose.close();
        s3.close();
        product.close();
    }

    @BeforeEach
    void makeABucket(TestInfo test) {
        product.advance(SECOND);
        stream = test.getTestMethod().orElseThrow().getName();
        bucket = stream.toLowerCase(java.util.Locale.ROOT);
        s3.createBucket(r -> r.bucket(bucket));
    }

    @Test
    void aDeliveryStreamIsMadeDescribedListedAndDeleted() {
        String arn = create(destination().build());

        var described = firehose.describeDeliveryStream(r -> r.deliveryStreamName(stream))
                .deliveryStreamDescription();
        assertThat(described.deliveryStreamARN()).isEqualTo(arn)
                .isEqualTo("arn:aws:firehose:us-east-1:000000000000:deliverystream/" + stream);
        assertThat(described.deliveryStreamStatus()).isEqualTo(DeliveryStreamStatus.ACTIVE);
        assertThat(described.versionId()).isEqualTo("1");
        var destination = described.destinations().get(0).extendedS3DestinationDescription();
        assertThat(destination.bucketARN()).isEqualTo("arn:aws:s3:::" + bucket);
        assertThat(destination.bufferingHints().sizeInMBs()).isEqualTo(1);
        assertThat(destination.bufferingHints().intervalInSeconds()).isEqualTo(60);
        assertThat(destination.compressionFormat()).isEqualTo(CompressionFormat.UNCOMPRESSED);
        assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).contains(stream);

        firehose.deleteDeliveryStream(r -> r.deliveryStreamName(stream));
        product.advance(SECOND);
        assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).doesNotContain(stream);
    }

    @Test
    void theIntervalFlushes() {
        create(destination().build());

        String id = firehose.putRecord(r -> r.deliveryStreamName(stream).record(record("one\n"))).recordId();
        product.advance(Duration.ofSeconds(20));
        firehose.putRecord(r -> r.deliveryStreamName(stream).record(record("two\n")));
        product.advance(Duration.ofSeconds(39));
        assertThat(objects()).isEmpty();
        product.advance(Duration.ofSeconds(2));

        S3Object object = await(1).get(0);
        assertThat(id).isNotBlank();
        assertThat(object.key())
                .matches("datos/\\d{4}/\\d\\d/\\d\\d/\\d\\d/" + stream + "-1-\\d{4}(-\\d\\d){5}-[0-9a-f-]{36}");
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asUtf8String())
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void theSizeFlushes() {
        create(destination().build());
        String half = "x".repeat(1 << 19);

        IntStream.range(0, 2).forEach(i -> firehose
                .putRecord(r -> r.deliveryStreamName(stream).record(record(half))));

        assertThat(await(1)).extracting(S3Object::size).containsExactly(1L << 20);
    }

    @Test
    void aBatchOfFiveHundredLandsInOrder() {
        create(destination().build());
        List<Record> batch = IntStream.range(0, 500).mapToObj(i -> record(i + "\n")).toList();

        PutRecordBatchResponse answer = firehose.putRecordBatch(r -> r.deliveryStreamName(stream).records(batch));
        product.advance(Duration.ofSeconds(61));

        assertThat(answer.failedPutCount()).isZero();
        assertThat(answer.requestResponses()).hasSize(500).extracting(r -> r.recordId()).doesNotHaveDuplicates();
        String key = await(1).get(0).key();
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String().lines())
                .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(Integer::toString).toList());
    }

    @Test
    void gzipAndPrefixExpressionsAreKept() throws IOException {
        create(destination().compressionFormat(CompressionFormat.GZIP)
                .prefix("año=!{timestamp:yyyy}/").errorOutputPrefix("err/!{firehose:error-output-type}/").build());

        firehose.putRecord(r -> r.deliveryStreamName(stream).record(record("squeezed")));
        product.advance(Duration.ofSeconds(61));

        String key = await(1).get(0).key();
        assertThat(key).matches("año=\\d{4}/.*\\.gz");
        try (var in = new GZIPInputStream(s3.getObject(r -> r.bucket(bucket).key(key)))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("squeezed");
        }
    }

    @Test
    void aStreamIsASource() {
        try (KinesisClient kinesis = Clients.build(
                KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()), product.endpoint())) {
            kinesis.createStream(r -> r.streamName(stream).shardCount(2));
            product.advance(SECOND);
            firehose.createDeliveryStream(r -> r.deliveryStreamName(stream)
                    .deliveryStreamType(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE)
                    .kinesisStreamSourceConfiguration(s -> s.roleARN(ROLE)
                            .kinesisStreamARN("arn:aws:kinesis:us-east-1:000000000000:stream/" + stream))
                    .extendedS3DestinationConfiguration(destination().build()));
            product.advance(SECOND);
            for (int i = 0; i < 20; i++) {
                String text = "r" + i + "\n";
                kinesis.putRecord(r -> r.streamName(stream).partitionKey(text)
                        .data(SdkBytes.fromUtf8String(text)));
            }
            for (int i = 0; i < 70 && objects().isEmpty(); i++) {
                product.advance(SECOND);
            }
        }

        String key = await(1).get(0).key();
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String().lines())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).mapToObj(i -> "r" + i).toList());
        assertThatThrownBy(() -> firehose.putRecord(r -> r.deliveryStreamName(stream).record(record("x"))))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aDestinationIsUpdated() {
        create(destination().build());
        String id = firehose.describeDeliveryStream(r -> r.deliveryStreamName(stream)).deliveryStreamDescription()
                .destinations().get(0).destinationId();

        firehose.updateDestination(r -> r.deliveryStreamName(stream).currentDeliveryStreamVersionId("1")
                .destinationId(id).extendedS3DestinationUpdate(u -> u.prefix("nuevo/")));

        var described = firehose.describeDeliveryStream(r -> r.deliveryStreamName(stream))
                .deliveryStreamDescription();
        assertThat(described.versionId()).isEqualTo("2");
        var destination = described.destinations().get(0).extendedS3DestinationDescription();
        assertThat(destination.prefix()).isEqualTo("nuevo/");
        assertThat(destination.errorOutputPrefix()).isEqualTo("errores/");
        assertThatThrownBy(() -> firehose.updateDestination(r -> r.deliveryStreamName(stream)
                .currentDeliveryStreamVersionId("1").destinationId(id)
                .extendedS3DestinationUpdate(u -> u.prefix("x/")))).isInstanceOf(ConcurrentModificationException.class);
        firehose.putRecord(r -> r.deliveryStreamName(stream).record(record("x")));
        product.advance(Duration.ofSeconds(61));
        assertThat(await(1).get(0).key()).startsWith("nuevo/").contains("/" + stream + "-2-");
    }

    @Test
    void tagsAreKept() {
        firehose.createDeliveryStream(r -> r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(destination().build()).tags(tag("desarrollo_kinesis", "bolsa")));
        product.advance(SECOND);

        firehose.tagDeliveryStream(r -> r.deliveryStreamName(stream).tags(tag("a", "1"), tag("b", "2")));
        firehose.untagDeliveryStream(r -> r.deliveryStreamName(stream).tagKeys("a"));

        assertThat(firehose.listTagsForDeliveryStream(r -> r.deliveryStreamName(stream)).tags())
                .extracting(Tag::key, Tag::value)
                .containsExactlyInAnyOrder(tuple("desarrollo_kinesis", "bolsa"), tuple("b", "2"));
    }

    @Test
    void errorsAreTyped() {
        create(destination().build());

        assertThatThrownBy(() -> create(destination().build())).isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> firehose.putRecord(r -> r.deliveryStreamName("nowhere").record(record("x"))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Firehose nowhere under account 000000000000 not found.");
        assertThatThrownBy(() -> firehose.createDeliveryStream(r -> r.deliveryStreamName("has spaces")))
                .isInstanceOf(FirehoseException.class)
                .satisfies(e -> assertThat(((FirehoseException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationException"));
        Record big = record("x".repeat(1_000 << 10));
        List<Record> most = List.of(big, big, big, big);
        assertThatThrownBy(() -> IntStream.range(0, 3)
                .forEach(i -> firehose.putRecordBatch(r -> r.deliveryStreamName(stream).records(most))
                        .requestResponses().stream().filter(e -> e.errorCode() != null).findFirst().ifPresent(e -> {
                            throw ServiceUnavailableException.builder().message(e.errorMessage()).build();
                        })))
                .isInstanceOf(ServiceUnavailableException.class).hasMessageContaining("Slow down.");
    }

    private String create(ExtendedS3DestinationConfiguration destination) {
        String arn = firehose.createDeliveryStream(r -> r.deliveryStreamName(stream)
                .deliveryStreamType(DeliveryStreamType.DIRECT_PUT).extendedS3DestinationConfiguration(destination))
                .deliveryStreamARN();
        product.advance(SECOND);
        return arn;
    }

    private ExtendedS3DestinationConfiguration.Builder destination() {
        return ExtendedS3DestinationConfiguration.builder().roleARN(ROLE).bucketARN("arn:aws:s3:::" + bucket)
                .prefix("datos/").errorOutputPrefix("errores/")
                .bufferingHints(h -> h.sizeInMBs(1).intervalInSeconds(60));
    }

    private List<S3Object> objects() {
        return s3.listObjectsV2(r -> r.bucket(bucket)).contents();
    }

    /** Deliveries run beside the request that caused them: waits, in real time, until so many objects have landed. */
    private List<S3Object> await(int count) {
        long end = System.nanoTime() + AWAIT.toNanos();
        List<S3Object> objects = objects();
        while (objects.size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
            objects = objects();
        }
        assertThat(objects).hasSize(count);
        return objects;
    }

    private static Record record(String text) {
        return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
