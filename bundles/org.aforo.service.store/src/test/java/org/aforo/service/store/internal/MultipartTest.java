package org.aforo.service.store.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.ops.CompleteMultipartUpload;
import org.aforo.service.store.internal.ops.CompletedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MultipartTest {

    private static final int MIB5 = 5 << 20;

    private final S3 s3 = new S3().bucket("landing");

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void partsBecomeOneObject() {
        // Given
        String id = begin();
        String second = part(id, 2, "tail".getBytes());
        String first = part(id, 1, filled('a', MIB5));
        // When
        Map<String, Object> done = complete(id, first, second);
        // Then
        assertThat(done.get("eTag").toString()).matches("\"[0-9a-f]{32}-2\"");
        assertThat(done).containsEntry("checksumType", "FULL_OBJECT");
        assertThat(s3.get("landing", "big", "range", "bytes=5242878-")).isEqualTo("aatail");
        Map<String, Object> part = s3.call("GetObject", "bucket", "landing", "key", "big", "partNumber", 2);
        assertThat(S3.text((Payload) part.get("body"))).isEqualTo("tail");
        assertThat(part).containsEntry("partsCount", 2).containsEntry("statusCode", 206);
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "big", "partNumber", 3).code())
                .isEqualTo("InvalidPartNumber");
        assertThat(s3.refused("ListParts", "bucket", "landing", "key", "big", "uploadId", id).code())
                .isEqualTo("NoSuchUpload");
        assertThat(s3.folder().resolve(".uploads")).isEmptyDirectory();
    }

    /** MD5 of the two parts' MD5s, computed apart from this code. */
    @Test
    void theEtagIsThatOfThePartsEtags() {
        String id = begin();
        Map<String, Object> done = complete(id, part(id, 1, "hello".getBytes()));
        assertThat(done).containsEntry("eTag", "\"62109206880d38a4010a98e11243924a-1\"");
    }

    @ParameterizedTest
    @CsvSource({
            "CRC32, , COMPOSITE", "CRC32, FULL_OBJECT, FULL_OBJECT", "CRC64NVME, , FULL_OBJECT", "SHA256, , COMPOSITE"})
    void checksumsAreOverThePartsOrTheWhole(String algorithm, String type, String expected) {
        // Given
        Map<String, Object> begun = s3.call("CreateMultipartUpload", "bucket", "landing", "key", "big",
                "checksumAlgorithm", algorithm, "checksumType", type);
        assertThat(begun).containsEntry("checksumType", expected);
        String id = (String) begun.get("uploadId");
        String suffix = algorithm.toLowerCase(java.util.Locale.ROOT);
        Map<?, ?> uploaded = s3.call("UploadPart", "bucket", "landing", "key", "big", "uploadId", id, "partNumber", 1,
                "body", Payload.of("123456789"));
        String sum = (String) ((Map<?, ?>) uploaded.get("checksums")).get(suffix);
        // When
        Map<String, Object> done = s3.call("CompleteMultipartUpload", "bucket", "landing", "key", "big", "uploadId",
                id, "multipartUpload", new CompleteMultipartUpload.Completed(List.of(new CompletedPart(
                        (String) uploaded.get("eTag"), 1, algorithm.equals("CRC32") ? sum : null, null,
                        algorithm.equals("CRC64NVME") ? sum : null, null, algorithm.equals("SHA256") ? sum : null))));
        // Then
        assertThat(done).containsEntry("checksumType", expected);
        Map<?, ?> kept = (Map<?, ?>) s3.call("HeadObject", "bucket", "landing", "key", "big", "checksumMode",
                "ENABLED").get("checksums");
        if (expected.equals("FULL_OBJECT")) {
            assertThat(kept.get(suffix)).isEqualTo(sum);
        } else {
            assertThat(kept.get(suffix).toString()).endsWith("-1").isNotEqualTo(sum + "-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"SHA1, FULL_OBJECT", "CRC64NVME, COMPOSITE", "MD4, ", "CRC32, HALF"})
    void checksumTypesThatDoNotGoTogetherAreRefused(String algorithm, String type) {
        assertThat(s3.refused("CreateMultipartUpload", "bucket", "landing", "key", "big", "checksumAlgorithm",
                algorithm, "checksumType", type).code()).isEqualTo("InvalidRequest");
    }

    @ParameterizedTest
    @CsvSource({"TooSmall, EntityTooSmall", "Order, InvalidPartOrder", "Missing, InvalidPart", "Etag, InvalidPart",
            "None, InvalidRequest", "Nameless, MalformedXML"})
    void whatDoesNotFitTogetherIsRefusedAndTheUploadGoesOn(String what, String code) {
        String id = begin();
        String one = part(id, 1, "one".getBytes());
        String two = part(id, 2, "two".getBytes());
        List<CompletedPart> parts = switch (what) {
            case "TooSmall" -> List.of(named(one, 1), named(two, 2));
            case "Order" -> List.of(named(two, 2), named(one, 1));
            case "Missing" -> List.of(named(one, 1), named(two, 3));
            case "Etag" -> List.of(named(two, 1));
            case "None" -> List.of();
            default -> List.of(named(null, 1));
        };
        assertThat(s3.refused("CompleteMultipartUpload", "bucket", "landing", "key", "big", "uploadId", id,
                "multipartUpload", new CompleteMultipartUpload.Completed(parts)).code()).isEqualTo(code);
        assertThat(complete(id, one)).containsKey("eTag");
    }

    @Test
    void partsAreListedInPagesAndReplacedByNumber() {
        String id = begin();
        for (int number : new int[] {3, 1, 2, 2}) {
            part(id, number, ("part" + number).getBytes());
        }
        Map<String, Object> first = s3.call("ListParts", "bucket", "landing", "key", "big", "uploadId", id,
                "maxParts", 2);
        assertThat(first).containsEntry("isTruncated", true).containsEntry("nextPartNumberMarker", 2);
        Map<String, Object> rest = s3.call("ListParts", "bucket", "landing", "key", "big", "uploadId", id,
                "partNumberMarker", 2);
        assertThat((List<?>) rest.get("parts")).hasSize(1);
        assertThat(rest).containsEntry("isTruncated", false);
        assertThat(s3.refused("UploadPart", "bucket", "landing", "key", "big", "uploadId", id, "partNumber", 10_001,
                "body", Payload.of("")).code()).isEqualTo("InvalidArgument");
    }

    @Test
    void partsAreCopiedFromOtherObjects() {
        s3.put("landing", "source", "0123456789");
        String id = begin();
        s3.call("UploadPartCopy", "bucket", "landing", "key", "big", "uploadId", id, "partNumber", 1, "copySource",
                "landing/source", "copySourceRange", "bytes=2-4");
        List<?> parts = (List<?>) s3.call("ListParts", "bucket", "landing", "key", "big", "uploadId", id).get("parts");
        String etag = ((org.aforo.service.store.internal.ops.ListParts.Listed) parts.get(0)).eTag();
        complete(id, etag);
        assertThat(s3.get("landing", "big")).isEqualTo("234");
        assertThat(s3.refused("UploadPartCopy", "bucket", "landing", "key", "big", "uploadId", begin(), "partNumber",
                1, "copySource", "landing/source", "copySourceRange", "bytes=2-10").code())
                .isEqualTo("InvalidArgument");
    }

    @Test
    void uploadsUnderWayAreListedSurviveARestartAndEnd() {
        // Given
        String b1 = begin("b");
        s3.bench().advance(java.time.Duration.ofSeconds(1));
        String b2 = begin("b");
        String a = begin("dir/a");
        String etag = part2(a, "dir/a");
        // When
        s3.bench().restart();
        Map<String, Object> all = s3.call("ListMultipartUploads", "bucket", "landing", "delimiter", "/");
        // Then
        assertThat(all.get("uploads").toString()).containsSubsequence(b1, b2).doesNotContain(a);
        assertThat(all.get("commonPrefixes").toString()).contains("dir/");
        Map<String, Object> first = s3.call("ListMultipartUploads", "bucket", "landing", "maxUploads", 1);
        assertThat(first).containsEntry("nextKeyMarker", "b").containsEntry("nextUploadIdMarker", b1);
        assertThat(s3.call("ListMultipartUploads", "bucket", "landing", "keyMarker", "b", "uploadIdMarker", b1)
                .get("uploads").toString()).contains(b2, a).doesNotContain(b1);
        s3.call("AbortMultipartUpload", "bucket", "landing", "key", "b", "uploadId", b1);
        assertThat(s3.refused("AbortMultipartUpload", "bucket", "landing", "key", "b", "uploadId", b1).code())
                .isEqualTo("NoSuchUpload");
        s3.call("CompleteMultipartUpload", "bucket", "landing", "key", "dir/a", "uploadId", a, "multipartUpload",
                new CompleteMultipartUpload.Completed(List.of(named(etag, 1))));
        assertThat(s3.get("landing", "dir/a")).isEqualTo("x");
    }

    private String begin() {
        return begin("big");
    }

    private String begin(String key) {
        return (String) s3.call("CreateMultipartUpload", "bucket", "landing", "key", key).get("uploadId");
    }

    private String part2(String id, String key) {
        return (String) s3.call("UploadPart", "bucket", "landing", "key", key, "uploadId", id, "partNumber", 1,
                "body", Payload.of("x")).get("eTag");
    }

    private String part(String id, int number, byte[] bytes) {
        return (String) s3.call("UploadPart", "bucket", "landing", "key", "big", "uploadId", id, "partNumber", number,
                "body", Payload.of(bytes)).get("eTag");
    }

    private Map<String, Object> complete(String id, String... etags) {
        return s3.call("CompleteMultipartUpload", "bucket", "landing", "key", "big", "uploadId", id,
                "multipartUpload", new CompleteMultipartUpload.Completed(IntStream.range(0, etags.length)
                        .mapToObj(i -> named(etags[i], i + 1)).toList()));
    }

    private static CompletedPart named(String etag, int number) {
        return new CompletedPart(etag, number, null, null, null, null, null);
    }

    private static byte[] filled(char c, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) c);
        return bytes;
    }
}
