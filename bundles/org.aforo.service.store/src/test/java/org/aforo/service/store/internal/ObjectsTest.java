package org.aforo.service.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.ops.DeleteObjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectsTest {

    private static final String HELLO = "\"5d41402abc4b2a76b9719d911017c592\"";

    private final S3 s3 = new S3().bucket("landing");

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void anObjectIsAPlainFileAndComesBackWithItsHeaders() throws Exception {
        // When
        Map<String, Object> put = s3.call("PutObject", "bucket", "landing", "key", "datos/hi.txt", "body",
                Payload.of("hello"), "contentType", "text/plain", "contentEncoding", "aws-chunked,gzip", "metadata",
                Map.of("who", "me"), "cacheControl", "no-cache", "expires", "whenever", "tagging", "a=1&b=x%20y");
        // Then
        assertThat(put.get("eTag")).isEqualTo(HELLO);
        assertThat(Files.readString(s3.folder().resolve("landing/datos/hi.txt"))).isEqualTo("hello");
        Map<String, Object> got = s3.call("GetObject", "bucket", "landing", "key", "datos/hi.txt");
        assertThat(S3.text((Payload) got.get("body"))).isEqualTo("hello");
        assertThat(got).containsEntry("contentType", "text/plain").containsEntry("contentEncoding", "gzip")
                .containsEntry("metadata", Map.of("who", "me")).containsEntry("cacheControl", "no-cache")
                .containsEntry("expires", "whenever").containsEntry("eTag", HELLO).containsEntry("statusCode", 200)
                .containsEntry("tagCount", 2).containsEntry("contentRange", null);
    }

    @Test
    void headTellsSizeTimeAndChecksumWhenAsked() {
        Instant now = s3.bench().bench().clock().now();
        s3.put("landing", "k", "123456789");
        s3.bench().advance(Duration.ofHours(1));
        Map<String, Object> head = s3.call("HeadObject", "bucket", "landing", "key", "k", "checksumMode", "ENABLED");
        assertThat(head).containsEntry("contentLength", 9L).containsEntry("lastModified", now)
                .containsEntry("contentType", "binary/octet-stream")
                .containsEntry("checksums", Map.of("crc64nvme", "rosUhgp5mIg=", "type", "FULL_OBJECT"));
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "k").get("checksums")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource({
            "bytes=0-3, 0123, bytes 0-3/10", "bytes=7-, 789, bytes 7-9/10", "bytes=-2, 89, bytes 8-9/10",
            "bytes=5-500, 56789, bytes 5-9/10", "bytes=-500, 0123456789, bytes 0-9/10",
            "'bytes=0-1,3-4', 0123456789, ", "lines=0-1, 0123456789, ", "bytes=5-2, 0123456789, "})
    void rangesGiveWhatTheyName(String range, String text, String contentRange) {
        s3.put("landing", "k", "0123456789");
        Map<String, Object> got = s3.call("GetObject", "bucket", "landing", "key", "k", "range", range);
        assertThat(S3.text((Payload) got.get("body"))).isEqualTo(text);
        assertThat(got).containsEntry("contentRange", contentRange)
                .containsEntry("statusCode", contentRange == null ? 200 : 206);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0", "bytes=99999999999999999999-"})
    void rangesBeyondTheEndAreRefused(String range) {
        s3.put("landing", "k", "0123456789");
        AwsError error = s3.refused("GetObject", "bucket", "landing", "key", "k", "range", range);
        assertThat(error.code()).isEqualTo("InvalidRange");
        assertThat(error.status()).isEqualTo(416);
        assertThat(error.members()).containsEntry("ActualObjectSize", 10L);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "match, -, -, -, 0", "other, -, -, -, 412", "*, -, -, -, 0", "-, match, -, -, 304", "-, other, -, -, 0",
            "-, *, -, -, 304", "-, -, 0, -, 304", "-, -, -1, -, 0", "-, -, -, 0, 0", "-, -, -, -1, 412",
            "match, -, -, -1, 0", "-, other, 0, -, 0"})
    void conditionsAreWeighedAsHttpSays(String match, String noneMatch, Integer since, Integer unmodified, int status) {
        // Given
        s3.put("landing", "k", "hello");
        Instant now = s3.bench().bench().clock().now();
        Object[] request = {"bucket", "landing", "key", "k", "ifMatch", etag(match), "ifNoneMatch", etag(noneMatch),
                "ifModifiedSince", since == null ? null : now.plusSeconds(since), "ifUnmodifiedSince",
                unmodified == null ? null : now.plusSeconds(unmodified)};
        // Then
        if (status == 0) {
            assertThat(s3.call("HeadObject", request)).containsEntry("eTag", HELLO);
        } else {
            assertThat(s3.refused("GetObject", request).status()).isEqualTo(status);
            assertThat(s3.refused("HeadObject", request).status()).isEqualTo(status);
        }
    }

    private static String etag(String name) {
        return "match".equals(name) ? HELLO : "other".equals(name) ? "\"0\"" : name;
    }

    @Test
    void aPutCanBeMadeToDependOnWhatIsThere() {
        s3.call("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("hello"), "ifNoneMatch", "*");
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("x"), "ifNoneMatch",
                "*").code()).isEqualTo("PreconditionFailed");
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("x"), "ifMatch",
                "\"0\"").code()).isEqualTo("PreconditionFailed");
        s3.call("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("y"), "ifMatch", HELLO);
        assertThat(s3.get("landing", "k")).isEqualTo("y");
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "none", "body", Payload.of("x"), "ifMatch",
                HELLO).code()).isEqualTo("NoSuchKey");
    }

    @ParameterizedTest
    @CsvSource({
            "crc32, y/Q5Jg==, ''", "crc32c, 4waSgw==, ''", "crc64nvme, rosUhgp5mIg=, ''",
            "sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=, ''", "crc32, AAAAAA==, BadDigest", "sha1, y/Q5Jg==, InvalidRequest",
            "crc32, nonsense!, InvalidRequest"})
    void checksumsInHeadersAndTrailersAreVerified(String algorithm, String value, String code) {
        Payload trailed = new Trailed("123456789", Map.of("x-amz-checksum-" + algorithm, value));
        Object[] inHeader = {"bucket", "landing", "key", "k", "body", Payload.of("123456789"), "checksums",
                Map.of(algorithm, value)};
        Object[] inTrailer = {"bucket", "landing", "key", "t", "body", trailed, "checksumAlgorithm", algorithm,
                "trailer", "x-amz-checksum-" + algorithm};
        for (Object[] request : List.of(inHeader, inTrailer)) {
            if (code.isEmpty()) {
                assertThat(s3.call("PutObject", request).get("checksums"))
                        .isEqualTo(Map.of(algorithm, value, "type", "FULL_OBJECT"));
            } else {
                assertThat(s3.refused("PutObject", request).code()).isEqualTo(code);
                assertThat(s3.refused("GetObject", "bucket", "landing", "key", request[3]).code())
                        .isEqualTo("NoSuchKey");
            }
        }
    }

    @Test
    void contentMd5IsVerified() {
        String md5 = Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(HELLO.replace("\"", "")));
        s3.call("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("hello"), "contentMD5", md5);
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("hallo"), "contentMD5",
                md5).code()).isEqualTo("BadDigest");
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("hello"), "contentMD5",
                "xyz").code()).isEqualTo("InvalidDigest");
        assertThat(s3.get("landing", "k")).isEqualTo("hello");
    }

    @Test
    void aBodyThatBreaksOffLeavesNothing() throws Exception {
        Payload broken = new Trailed("hel", Map.of()) {
            @Override
            public long length() {
                return 5;
            }
        };
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "k", "body", broken).code())
                .isEqualTo("IncompleteBody");
        assertThat(s3.folder().resolve("landing")).isEmptyDirectory();
        assertThat(s3.folder().resolve(".staging")).isEmptyDirectory();
    }

    @Test
    void aCopyKeepsOrReplacesWhatIsSaid() {
        s3.call("PutObject", "bucket", "landing", "key", "a b+c", "body", Payload.of("hello"), "contentType", "text/x",
                "metadata", Map.of("m", "1"), "tagging", "t=1");
        s3.call("CopyObject", "bucket", "landing", "key", "kept", "copySource", "landing/a%20b+c");
        s3.call("CopyObject", "bucket", "landing", "key", "new", "copySource", "/landing/a%20b%2Bc",
                "metadataDirective", "REPLACE", "contentType", "text/y", "taggingDirective", "REPLACE");
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "kept")).containsEntry("contentType", "text/x")
                .containsEntry("metadata", Map.of("m", "1")).containsEntry("eTag", HELLO).containsEntry("tagCount", 1);
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "new")).containsEntry("contentType", "text/y")
                .containsEntry("metadata", Map.of()).containsEntry("tagCount", null);
        assertThat(s3.refused("CopyObject", "bucket", "landing", "key", "kept", "copySource", "landing/kept").code())
                .isEqualTo("InvalidRequest");
        assertThat(s3.refused("CopyObject", "bucket", "landing", "key", "x", "copySource", "landing/kept",
                "copySourceIfNoneMatch", HELLO).code()).isEqualTo("PreconditionFailed");
    }

    @Test
    void deletingIsFineTwiceAndTakesEmptyFoldersAlong() {
        s3.put("landing", "a/b/c", "x");
        s3.call("DeleteObject", "bucket", "landing", "key", "a/b/c");
        s3.call("DeleteObject", "bucket", "landing", "key", "a/b/c");
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "a/b/c").code()).isEqualTo("NoSuchKey");
        assertThat(s3.folder().resolve("landing")).isEmptyDirectory();
    }

    @Test
    void manyAreDeletedAtOnceEachForItself() {
        s3.put("landing", "a", "x").get("eTag");
        s3.put("landing", "b", "x");
        Map<String, Object> done = s3.call("DeleteObjects", "bucket", "landing", "delete", new DeleteObjects.Delete(
                List.of(new DeleteObjects.Identifier("a", null, null), new DeleteObjects.Identifier("b", "v1", null),
                        new DeleteObjects.Identifier("none", null, null)),
                null));
        assertThat(done.get("deleted")).isEqualTo(
                List.of(new DeleteObjects.Deleted("a"), new DeleteObjects.Deleted("none")));
        assertThat(done.get("errors").toString()).contains("NoSuchVersion");
        assertThat(s3.get("landing", "b")).isEqualTo("x");
        assertThat(s3.refused("DeleteObjects", "bucket", "landing", "delete",
                new DeleteObjects.Delete(List.of(), null)).code()).isEqualTo("MalformedXML");
    }

    @Test
    void keysThatAreEachOthersFoldersLiveSideBySide() {
        List<String> keys = List.of("a", "a/", "a//", "a/b", "a/b/c", "../x", "x".repeat(1000), "%2E", "con", "ñ");
        keys.forEach(key -> s3.put("landing", key, "is " + key));
        keys.forEach(key -> assertThat(s3.get("landing", key)).isEqualTo("is " + key));
        keys.reversed().forEach(key -> s3.put("landing", key, "again " + key));
        keys.forEach(key -> assertThat(s3.get("landing", key)).isEqualTo("again " + key));
        assertThat(Path.of(s3.folder().toString(), "x")).doesNotExist();
        keys.forEach(key -> s3.call("DeleteObject", "bucket", "landing", "key", key));
        assertThat(s3.folder().resolve("landing")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
            "KeyTooLongError, 400", "MetadataTooLarge, 400", "InvalidStorageClass, 400", "NotImplemented, 501",
            "NoSuchBucket, 404", "InvalidBucketName, 400", "InvalidTag, 400"})
    void aPutThatS3WouldNotTakeIsRefused(String code, int status) {
        Object[] request = switch (code) {
            case "KeyTooLongError" -> new Object[] {"bucket", "landing", "key", "ñ".repeat(513)};
            case "MetadataTooLarge" -> new Object[] {"bucket", "landing", "key", "k", "metadata",
                    Map.of("m", "x".repeat(2_048))};
            case "InvalidStorageClass" -> new Object[] {"bucket", "landing", "key", "k", "storageClass", "ATTIC"};
            case "NotImplemented" -> new Object[] {"bucket", "landing", "key", "k", "sSECustomerAlgorithm", "AES256"};
            case "NoSuchBucket" -> new Object[] {"bucket", "nowhere", "key", "k"};
            case "InvalidTag" -> new Object[] {"bucket", "landing", "key", "k", "tagging", "a=1&a=2"};
            default -> new Object[] {"bucket", "UPPER", "key", "k"};
        };
        AwsError error = s3.refused("PutObject", request);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
    }

    @Test
    void metersAndAttributesFollow() {
        s3.put("landing", "a", "12345");
        s3.put("landing", "a", "123");
        s3.get("landing", "a");
        s3.refused("GetObject", "bucket", "landing", "key", "none");
        var bucket = s3.bench().resource("arn:aws:s3:::landing");
        assertThat(bucket.attributes()).containsEntry("objects", "1").containsEntry("bytes", "3");
        assertThat(bucket.in().snapshot().records()).isEqualTo(2);
        assertThat(bucket.out().snapshot().bytes()).isEqualTo(3);
        assertThat(bucket.out().snapshot().errors()).isEqualTo(1);
    }

    /** A body with trailers. */
    private static class Trailed implements Payload {
        private final Payload text;
        private final Map<String, String> trailers;

        Trailed(String text, Map<String, String> trailers) {
            this.text = Payload.of(text);
            this.trailers = trailers;
        }

        @Override
        public long length() {
            return text.length();
        }

        @Override
        public java.io.InputStream stream() throws java.io.IOException {
            return text.stream();
        }

        @Override
        public Map<String, String> trailers() {
            return trailers;
        }
    }
}
