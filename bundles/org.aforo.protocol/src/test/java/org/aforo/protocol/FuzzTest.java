package org.aforo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.fake.FakeService;
import org.aforo.protocol.fake.Mutations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoiled requests get an answer in time, and never one that says the bench has failed. */
class FuzzTest {

    private static final int ROUNDS = 4_000;
    private static final int PATIENCE = 5;
    static final Path S3 = Path.of("..", "org.aforo.service.store", "src", "main", "resources", "model",
            "s3-2006-03-01-model.json");
    private static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

    record Any() {
    }

    record Entry(ByteBuffer data, String partitionKey, String explicitHashKey) {
    }

    record Entries(List<Entry> records, String streamName) {
    }

    record Put(String streamName, ByteBuffer data, String partitionKey) {
    }

    record Iterator(String streamName, String shardIteratorType, Instant timestamp) {
    }

    record Batch(String deliveryStreamName, List<Item> records) {
    }

    record Item(ByteBuffer data) {
    }

    record Hints(Integer sizeInMBs, Integer intervalInSeconds) {
    }

    record Extended(String roleARN, String bucketARN, Hints bufferingHints) {
    }

    record Create(String deliveryStreamName, Extended extendedS3DestinationConfiguration) {
    }

    record Upload(String bucket, String key, Payload body, Map<String, String> metadata, Long contentLength) {
    }

    record Listing(String bucket, String prefix, Integer maxKeys) {
    }

    record Key(String key) {
    }

    record Keys(List<Key> objects, Boolean quiet) {
    }

    record Deletion(String bucket, Keys delete) {
    }

    @AfterAll
    static void close() {
        EXECUTOR.shutdownNow();
    }

    private static Dispatcher dispatcher(FakeBench bench) throws IOException {
        Dispatcher dispatcher = new Dispatcher(bench.bench());
        dispatcher.plug(new FakeService("kinesis", AwsApi.of(model("kinesis-2013-12-02"))
                .operation("PutRecord", Put.class, Any.class, (in, call) -> new Any())
                .operation("PutRecords", Entries.class, Any.class, (in, call) -> new Any())
                .operation("GetShardIterator", Iterator.class, Any.class, (in, call) -> new Any()).build()));
        dispatcher.plug(new FakeService("firehose", AwsApi.of(model("firehose-2015-08-04"))
                .operation("PutRecordBatch", Batch.class, Any.class, (in, call) -> new Any())
                .operation("CreateDeliveryStream", Create.class, Any.class, (in, call) -> new Any()).build()));
        if (Files.exists(S3)) {
            dispatcher.plug(new FakeService("s3", AwsApi.of(S3.toUri().toURL())
                    .operation("PutObject", Upload.class, Any.class, (in, call) -> drained(in.body()))
                    .operation("ListObjectsV2", Listing.class, Any.class, (in, call) -> new Any())
                    .operation("CreateBucket", Any.class, Any.class, (in, call) -> new Any())
                    .operation("DeleteObjects", Deletion.class, Any.class, (in, call) -> new Any()).build()));
        }
        return dispatcher;
    }

    private static URL model(String name) {
        return FuzzTest.class.getResource("/model/" + name + "-model.json");
    }

    private static Any drained(Payload body) {
        try (InputStream in = body == null ? InputStream.nullInputStream() : body.stream()) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Any();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> json() {
        return Stream.of(
                Arguments.of("put", FakeRequest.json("Kinesis_20131202.PutRecord",
                        "{\"StreamName\":\"s\",\"Data\":\"aGVsbG8=\",\"PartitionKey\":\"k\"}")),
                Arguments.of("put many", FakeRequest.json("Kinesis_20131202.PutRecords",
                        "{\"Records\":[{\"Data\":\"aGVsbG8=\",\"PartitionKey\":\"k\",\"ExplicitHashKey\":\"12\"},"
                                + "{\"Data\":\"\",\"PartitionKey\":\"\\u00e9\"}],\"StreamName\":\"s\"}")),
                Arguments.of("iterator", FakeRequest.json("Kinesis_20131202.GetShardIterator",
                        "{\"StreamName\":\"s\",\"ShardId\":\"i\",\"ShardIteratorType\":\"AT_TIMESTAMP\","
                                + "\"Timestamp\":1.5e9}")),
                Arguments.of("batch", FakeRequest.json("Firehose_20150804.PutRecordBatch",
                        "{\"DeliveryStreamName\":\"d\",\"Records\":[{\"Data\":\"aGVsbG8=\"},{\"Data\":\"\"}]}")),
                Arguments.of("create", FakeRequest.json("Firehose_20150804.CreateDeliveryStream",
                        "{\"DeliveryStreamName\":\"d\",\"ExtendedS3DestinationConfiguration\":{\"RoleARN\":"
                                + "\"arn:aws:iam::123456789012:role/r\",\"BucketARN\":\"arn:aws:s3:::b\","
                                + "\"BufferingHints\":{\"SizeInMBs\":1,\"IntervalInSeconds\":60}},"
                                + "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}")));
    }

    static Stream<Arguments> s3() {
        return Stream.of(
                Arguments.of("object", FakeRequest.of("PUT", "/bucket/a/b%20c.txt?x-id=PutObject", "hello")
                        .with("content-type", "text/plain").with("x-amz-meta-a", "b")),
                Arguments.of("chunks", FakeRequest.of("PUT", "/bucket/key", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:"
                        + "NhCmhg==\r\n\r\n").with("content-encoding", "aws-chunked")
                        .with("x-amz-decoded-content-length", "5").with("x-amz-trailer", "x-amz-checksum-crc32")
                        .with("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")),
                Arguments.of("list", FakeRequest.of("GET", "/bucket?list-type=2&prefix=a%2F&max-keys=5", "")),
                Arguments.of("bucket", FakeRequest.of("PUT", "/bucket", "<CreateBucketConfiguration xmlns=\""
                        + "http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>eu-west-1"
                        + "</LocationConstraint></CreateBucketConfiguration>")),
                Arguments.of("delete", FakeRequest.of("POST", "/bucket?delete", "<Delete><Object><Key>a&amp;b</Key>"
                        + "</Object><Object><Key>c</Key></Object><Quiet>true</Quiet></Delete>")
                        .with("content-md5", "0M40yidd4UW9vZuwDFUQAQ==")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void jsonHolds(String name, FakeRequest request) throws Exception {
        holds(request, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void signedJsonHolds(String name, FakeRequest request) throws Exception {
        String service = request.header("x-amz-target").startsWith("Kinesis") ? "kinesis" : "firehose";
        holds(request.signed(signer(service), Instant.now()), true);
    }

    private static SigV4 signer(String service) {
        return new SigV4(new SigV4.Credentials("test", "test"), "us-east-1", service);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("s3")
    void s3Holds(String name, FakeRequest request) throws Exception {
        Assumptions.assumeTrue(Files.exists(S3), "the store's model is next door");
        holds(request, false);
        if (request.header("x-amz-content-sha256") == null) {
            holds(request.signed(signer("s3"), Instant.now()), true);
            holds(request.presigned(signer("s3"), Duration.ofHours(1), Instant.now()), true);
        }
    }

    private static void holds(FakeRequest request, boolean strict) throws Exception {
        FakeBench bench = new FakeBench(strict);
        Dispatcher dispatcher = dispatcher(bench);
        WireResponse unspoiled = answer(dispatcher, request, "unspoiled");
        assertThat(unspoiled.status()).as("unspoiled: %s", unspoiled).isEqualTo(200);
        for (int round = 0; round < ROUNDS; round++) {
            FakeRequest spoiled = new Mutations(round).of(request);
            WireResponse response = answer(dispatcher, spoiled, "round " + round);
            if (response.status() >= 500 && response.status() != 501 || !bench.events().isEmpty()) {
                fail("Round %d: %d %s%n%s", round, response.status(), bench.events(), shown(spoiled));
            }
        }
    }

    private static WireResponse answer(Dispatcher dispatcher, FakeRequest request, String what) throws Exception {
        try {
            return EXECUTOR.submit(() -> dispatcher.handle(request)).get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return fail("%s: no answer in %d s%n%s", what, PATIENCE, shown(request));
        }
    }

    private static String shown(FakeRequest request) {
        String body = new String(request.bytes(), StandardCharsets.UTF_8);
        return request.method() + ' ' + request.rawPath() + '?' + request.rawQuery() + ' ' + request.headers() + ' '
                + body.substring(0, Math.min(400, body.length()));
    }
}
