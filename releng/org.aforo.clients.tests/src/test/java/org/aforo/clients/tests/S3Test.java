package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** S3 through the SDK for Java's synchronous client, as configured by default but for the endpoint. */
@ParameterizedClass
@EnumSource(S3Test.Style.class)
class S3Test {

    /** How the SDK names the bucket, and through which of its HTTP clients. */
    enum Style {
        PATH("http://127.0.0.1:%d", true, ApacheHttpClient.builder()), VIRTUAL_HOST("http://localhost:%d", false,
                UrlConnectionHttpClient.builder());

        private final String endpoint;
        private final boolean path;
        private final SdkHttpClient.Builder<?> http;

        Style(String endpoint, boolean path, SdkHttpClient.Builder<?> http) {
            this.endpoint = endpoint;
            this.path = path;
            this.http = http;
        }
    }

    private static final int MIB = 1 << 20;
    private static Product product;

    private final Style style;
    private final URI endpoint;
    private S3Client s3;
    private String bucket;

    S3Test(Style style) {
        this.style = style;
        this.endpoint = URI.create(style.endpoint.formatted(product.port()));
    }

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void makeABucket(TestInfo test) {
        s3 = Clients.build(S3Client.builder().httpClientBuilder(style.http).forcePathStyle(style.path), endpoint);
        bucket = (style.path ? "p-" : "v-")
                + test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
        s3.createBucket(r -> r.bucket(bucket));
    }

    @AfterEach
    void disconnect() {
        s3.close();
    }

    @Test
    void bucketsAreMadeListedAndDeleted() {
        assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).contains(bucket);
        assertThat(s3.headBucket(r -> r.bucket(bucket)).sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(s3.getBucketLocation(r -> r.bucket(bucket)).locationConstraintAsString()).isNullOrEmpty();
        put("k", "x");
        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket(bucket))).isInstanceOf(S3Exception.class)
                .satisfies(e -> assertThat(((S3Exception) e).awsErrorDetails().errorCode())
                        .isEqualTo("BucketNotEmpty"));

        s3.deleteObject(r -> r.bucket(bucket).key("k"));
        s3.deleteBucket(r -> r.bucket(bucket));

        assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).doesNotContain(bucket);
        assertThatThrownBy(() -> s3.headBucket(r -> r.bucket(bucket))).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket(bucket))).isInstanceOf(NoSuchBucketException.class)
                .hasMessageContaining("The specified bucket does not exist");
    }

    @Test
    void aBucketOfAnotherRegionIsMadeThereAndTakenOnce() {
        String name = bucket + "-2";
        try (S3Client madrid = S3Client.builder().endpointOverride(endpoint).region(Region.EU_SOUTH_2)
                .credentialsProvider(Clients.CREDENTIALS).forcePathStyle(style.path).httpClientBuilder(style.http)
                .build()) {
            madrid.createBucket(r -> r.bucket(name)
                    .createBucketConfiguration(c -> c.locationConstraint("eu-south-2")));

            assertThat(madrid.getBucketLocation(r -> r.bucket(name)).locationConstraintAsString())
                    .isEqualTo("eu-south-2");
            assertThatThrownBy(() -> madrid.createBucket(r -> r.bucket(name)
                    .createBucketConfiguration(c -> c.locationConstraint("eu-south-2"))))
                    .isInstanceOf(BucketAlreadyOwnedByYouException.class);
        }
    }

    @Test
    void anObjectComesBackWithItsMetadata() {
        PutObjectResponse put = s3.putObject(r -> r.bucket(bucket).key("a/ñ +%&?.txt")
                .contentType("text/plain; charset=UTF-8").cacheControl("max-age=60").contentLanguage("es")
                .metadata(Map.of("origin", "lab", "x-y", "z")),
                RequestBody.fromString("¡hola!"));

        ResponseBytes<GetObjectResponse> got = s3.getObjectAsBytes(r -> r.bucket(bucket).key("a/ñ +%&?.txt"));
        HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key("a/ñ +%&?.txt"));
        assertThat(got.asUtf8String()).isEqualTo("¡hola!");
        assertThat(got.response().contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(got.response().metadata()).isEqualTo(Map.of("origin", "lab", "x-y", "z"));
        assertThat(got.response().eTag()).isEqualTo(put.eTag()).isEqualTo("\"f0e649d87210a49694ed4240ac1e3e3a\"");
        assertThat(head.cacheControl()).isEqualTo("max-age=60");
        assertThat(head.contentLanguage()).isEqualTo("es");
        assertThat(head.contentLength()).isEqualTo(7);
        assertThat(head.lastModified()).isEqualTo(got.response().lastModified());
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket)).contents()).extracting(S3Object::key)
                .containsExactly("a/ñ +%&?.txt");
    }

    @Test
    void theSdksOwnChecksumIsKeptAndVerified() {
        PutObjectResponse put = put("k", "123456789");

        assertThat(put.checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(s3.headObject(r -> r.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED)).checksumCRC32())
                .isEqualTo("y/Q5Jg==");
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED)).response()
                .checksumCRC32()).isEqualTo("y/Q5Jg==");
    }

    @Test
    void otherChecksumsAreTakenToo() {
        Map<ChecksumAlgorithm, String> known = Map.of(ChecksumAlgorithm.SHA1, "98O8HYCOBHMq32eZZczDTKeuNEE=",
                ChecksumAlgorithm.SHA256, "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
        known.forEach((algorithm, sum) -> {
            s3.putObject(r -> r.bucket(bucket).key("k").checksumAlgorithm(algorithm),
                    RequestBody.fromString("123456789"));
            HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED));
            assertThat(algorithm == ChecksumAlgorithm.SHA1 ? head.checksumSHA1() : head.checksumSHA256())
                    .isEqualTo(sum);
        });
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThatThrownBy(() -> s3.putObject(r -> r.bucket(bucket).key("k").checksumCRC32("AAAAAA=="),
                RequestBody.fromString("x"))).isInstanceOf(S3Exception.class)
                .satisfies(e -> assertThat(((S3Exception) e).awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket)).keyCount()).isZero();
    }

    @Test
    void rangesAreCutOut() {
        put("k", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-2")).isEqualTo("89");
        assertThat(s3.getObject(r -> r.bucket(bucket).key("k").range("bytes=2-4")).response().contentRange())
                .isEqualTo("bytes 2-4/10");
        assertThatThrownBy(() -> range("bytes=10-")).isInstanceOf(S3Exception.class)
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(416));
    }

    @Test
    void conditionsAreKept() {
        String etag = put("k", "x").eTag();

        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").ifMatch(etag)).asUtf8String()).isEqualTo("x");
        assertThat(status(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").ifNoneMatch(etag)))).isEqualTo(304);
        assertThat(status(() -> s3.headObject(r -> r.bucket(bucket).key("k").ifMatch("\"other\"")))).isEqualTo(412);
        assertThat(status(() -> s3.putObject(r -> r.bucket(bucket).key("k").ifNoneMatch("*"),
                RequestBody.fromString("y")))).isEqualTo(412);
        s3.putObject(r -> r.bucket(bucket).key("k").ifMatch(etag), RequestBody.fromString("y"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("k")).asUtf8String()).isEqualTo("y");
    }

    @Test
    void whatIsNotThereIsTyped() {
        NoSuchKeyException missing = catchThrowableOfType(NoSuchKeyException.class,
                () -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("nothing")));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.awsErrorDetails().errorMessage()).isEqualTo("The specified key does not exist.");
        assertThat(missing.requestId()).isNotBlank();
        assertThat(missing.extendedRequestId()).isNotBlank();
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket(bucket).key("nothing")))
                .isInstanceOf(NoSuchKeyException.class);
        s3.deleteObject(r -> r.bucket(bucket).key("nothing"));
    }

    @Test
    void listsGoOnPageByPageWithFolders() {
        IntStream.range(0, 12).forEach(i -> put("d%d/f%d".formatted(i % 3, i), "x"));
        put("top", "x");

        var paged = s3.listObjectsV2Paginator(r -> r.bucket(bucket).maxKeys(5));
        assertThat(paged.stream()).hasSize(3);
        assertThat(paged.contents()).extracting(S3Object::key).hasSize(13).isSorted();
        var folders = s3.listObjectsV2Paginator(r -> r.bucket(bucket).delimiter("/").maxKeys(2));
        assertThat(folders.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("d0/", "d1/", "d2/");
        assertThat(folders.contents()).extracting(S3Object::key).containsExactly("top");
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix("d1/").startAfter("d1/f4")).contents())
                .extracting(S3Object::key).containsExactly("d1/f7");
        var first = s3.listObjects(r -> r.bucket(bucket).maxKeys(12));
        assertThat(first.isTruncated()).isTrue();
        assertThat(s3.listObjects(r -> r.bucket(bucket).marker(first.contents().get(11).key())).contents())
                .extracting(S3Object::key).containsExactly("top");
    }

    @Test
    void manyAreDeletedAtOnce() {
        List<String> keys = List.of("a", "b/c", "ñ & <x>");
        keys.forEach(key -> put(key, "x"));
        put("stays", "x");

        var answer = s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(
                keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList())));

        assertThat(answer.deleted()).extracting(DeletedObject::key).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(answer.errors()).isEmpty();
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket)).contents()).extracting(S3Object::key)
                .containsExactly("stays");
    }

    @Test
    void copiesTakeOrReplaceTheMetadata() {
        s3.putObject(r -> r.bucket(bucket).key("from ñ").metadata(Map.of("a", "1")), RequestBody.fromString("x"));

        s3.copyObject(r -> r.sourceBucket(bucket).sourceKey("from ñ").destinationBucket(bucket)
                .destinationKey("same"));
        s3.copyObject(r -> r.sourceBucket(bucket).sourceKey("from ñ").destinationBucket(bucket)
                .destinationKey("other").metadataDirective(MetadataDirective.REPLACE).metadata(Map.of("b", "2")));

        assertThat(s3.headObject(r -> r.bucket(bucket).key("same")).metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(s3.headObject(r -> r.bucket(bucket).key("other")).metadata()).isEqualTo(Map.of("b", "2"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("other")).asUtf8String()).isEqualTo("x");
    }

    @Test
    void partsAreUploadedListedAndPutTogether() {
        byte[] first = bytes(5 * MIB);
        String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("big").contentType("x/y")).uploadId();
        String one = s3.uploadPart(r -> r.bucket(bucket).key("big").uploadId(id).partNumber(1),
                RequestBody.fromBytes(first)).eTag();
        String two = s3.uploadPart(r -> r.bucket(bucket).key("big").uploadId(id).partNumber(2),
                RequestBody.fromString("end")).eTag();
        assertThat(s3.listPartsPaginator(r -> r.bucket(bucket).key("big").uploadId(id).maxParts(1)).parts())
                .extracting(p -> p.partNumber()).containsExactly(1, 2);
        assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads()).extracting(u -> u.uploadId())
                .containsExactly(id);

        String etag = s3.completeMultipartUpload(r -> r.bucket(bucket).key("big").uploadId(id).multipartUpload(m -> m
                .parts(CompletedPart.builder().partNumber(1).eTag(one).build(),
                        CompletedPart.builder().partNumber(2).eTag(two).build())))
                .eTag();

        assertThat(etag).matches("\"[0-9a-f]{32}-2\"");
        ResponseBytes<GetObjectResponse> got = s3.getObjectAsBytes(r -> r.bucket(bucket).key("big"));
        assertThat(got.response().contentType()).isEqualTo("x/y");
        assertThat(got.asByteArrayUnsafe()).hasSize(first.length + 3);
        assertThat(Arrays.mismatch(got.asByteArrayUnsafe(), first)).isEqualTo(first.length);
        assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads()).isEmpty();
    }

    @Test
    void anAbortedUploadIsGone() {
        String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("k")).uploadId();
        s3.abortMultipartUpload(r -> r.bucket(bucket).key("k").uploadId(id));

        assertThat(status(() -> s3.uploadPart(r -> r.bucket(bucket).key("k").uploadId(id).partNumber(1),
                RequestBody.fromString("x")))).isEqualTo(404);
        assertThatThrownBy(() -> s3.listParts(r -> r.bucket(bucket).key("k").uploadId(id)))
                .isInstanceOf(S3Exception.class).satisfies(e -> assertThat(((S3Exception) e).awsErrorDetails()
                        .errorCode()).isEqualTo("NoSuchUpload"));
    }

    @Test
    void twentyMebibytesStreamThrough() throws Exception {
        byte[] data = bytes(20 * MIB);

        s3.putObject(r -> r.bucket(bucket).key("stream"),
                RequestBody.fromContentProvider(() -> new java.io.ByteArrayInputStream(data), data.length, "x/y"));

        try (ResponseInputStream<GetObjectResponse> in = s3.getObject(r -> r.bucket(bucket).key("stream"))) {
            assertThat(Arrays.mismatch(in.readAllBytes(), data)).isEqualTo(-1);
        }
    }

    @Test
    void presignedUrlsWorkWithoutTheSdk() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (S3Presigner presigner = S3Presigner.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(Clients.CREDENTIALS)
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(style.path).build()).build()) {
            var put = presigner.presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(r -> r.bucket(bucket).key("a b/ñ").contentType("text/plain")));
            var get = presigner.presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                    .getObjectRequest(r -> r.bucket(bucket).key("a b/ñ").responseContentType("text/csv")));

            int status = http.send(HttpRequest.newBuilder(put.url().toURI()).header("Content-Type", "text/plain")
                    .PUT(HttpRequest.BodyPublishers.ofString("signed")).build(), BodyHandlers.discarding())
                    .statusCode();
            var got = http.send(HttpRequest.newBuilder(get.url().toURI()).build(), BodyHandlers.ofString());

            assertThat(status).isEqualTo(200);
            assertThat(got.body()).isEqualTo("signed");
            assertThat(got.headers().firstValue("content-type")).contains("text/csv");
        }
    }

    @Test
    void emptyObjectsAndFolderMarkersAreObjectsToo() {
        put("folder/", "");
        put("folder/empty", "");

        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("folder/")).asByteArray()).isEmpty();
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix("folder/")).contents()).extracting(S3Object::size)
                .containsExactly(0L, 0L);
    }

    private PutObjectResponse put(String key, String text) {
        return s3.putObject(r -> r.bucket(bucket).key(key),
                RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String range(String range) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").range(range)).asUtf8String();
    }

    private static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(S3Exception.class, call).statusCode();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
