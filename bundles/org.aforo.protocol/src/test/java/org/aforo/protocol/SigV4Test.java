package org.aforo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.protocol.SigV4.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The signatures that AWS publishes, in its documentation of SigV4 and of S3, and in its signing test suite. */
class SigV4Test {

    private static final Credentials SUITE = new Credentials("AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final Credentials S3_DOCS = new Credentials("AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private static final Instant SUITE_TIME = Instant.parse("2015-08-30T12:36:00Z");
    private static final Instant S3_TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final String BUCKET = "https://examplebucket.s3.amazonaws.com";
    private static final byte[] NOTHING = new byte[0];

    static Stream<Arguments> suite() {
        return Stream.of(
                Arguments.of("GET", "https://example.amazonaws.com/",
                        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
                Arguments.of("POST", "https://example.amazonaws.com/",
                        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
                Arguments.of("GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1",
                        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
                Arguments.of("GET", "https://example.amazonaws.com/example/..",
                        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
                Arguments.of("GET", "https://example.amazonaws.com//example//",
                        "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
                Arguments.of("GET", "https://example.amazonaws.com/./",
                        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));
    }

    @ParameterizedTest
    @MethodSource("suite")
    void signsAsTheSuiteDoes(String method, String uri, String signature) {
        SigV4 signer = new SigV4(SUITE, "us-east-1", "service");
        Map<String, String> added = signer.sign(method, URI.create(uri), Map.of(), SigV4.hash(NOTHING), SUITE_TIME);
        assertThat(added).containsOnlyKeys("x-amz-date", "authorization");
        assertThat(added.get("authorization")).isEqualTo("AWS4-HMAC-SHA256 "
                + "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
                + "Signature=" + signature);
    }

    @Test
    void signsIamListUsers() {
        Map<String, String> added = new SigV4(SUITE, "us-east-1", "iam").sign("GET",
                URI.create("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), SigV4.hash(NOTHING),
                SUITE_TIME);
        assertThat(added.get("authorization")).isEqualTo("AWS4-HMAC-SHA256 "
                + "Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
                + "SignedHeaders=content-type;host;x-amz-date, "
                + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    static Stream<Arguments> s3() {
        return Stream.of(
                Arguments.of("GET", "/test.txt", Map.of("Range", "bytes=0-9"), "",
                        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
                Arguments.of("PUT", "/test%24file.text", Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT",
                        "x-amz-storage-class", "REDUCED_REDUNDANCY"), "Welcome to Amazon S3.",
                        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
                Arguments.of("GET", "/?lifecycle", Map.of(), "",
                        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
                Arguments.of("GET", "/?max-keys=2&prefix=J", Map.of(), "",
                        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
    }

    @ParameterizedTest
    @MethodSource("s3")
    void signsAsS3sDocumentationDoes(String method, String path, Map<String, String> headers, String body,
            String signature) {
        Map<String, String> added = new SigV4(S3_DOCS, "us-east-1", "s3").sign(method, URI.create(BUCKET + path),
                headers, SigV4.hash(body.getBytes()), S3_TIME);
        assertThat(added).containsEntry("x-amz-content-sha256", SigV4.hash(body.getBytes()));
        assertThat(added.get("authorization")).endsWith("Signature=" + signature);
    }

    @Test
    void presignsAsS3sDocumentationDoes() {
        URI uri = new SigV4(S3_DOCS, "us-east-1", "s3").presign("GET", URI.create(BUCKET + "/test.txt"), Map.of(),
                Duration.ofDays(1), S3_TIME);
        assertThat(uri).hasToString(BUCKET + "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
                + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
                + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void signsAChunkedUploadsSeed() {
        Map<String, String> headers = Map.of("x-amz-storage-class", "REDUCED_REDUNDANCY", "content-encoding",
                "aws-chunked", "x-amz-decoded-content-length", "66560", "content-length", "66824");
        Map<String, String> added = new SigV4(S3_DOCS, "us-east-1", "s3").sign("PUT",
                URI.create("https://s3.amazonaws.com/examplebucket/chunkObject.txt"), headers,
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", S3_TIME);
        assertThat(added.get("authorization"))
                .endsWith("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    }

    @Test
    void aNewDayHasANewKey() {
        SigV4 signer = new SigV4(SUITE, "us-east-1", "service");
        URI uri = URI.create("https://example.amazonaws.com/");
        signer.sign("GET", uri, Map.of(), SigV4.hash(NOTHING), SUITE_TIME.minus(Duration.ofDays(1)));
        assertThat(signer.sign("GET", uri, Map.of(), SigV4.hash(NOTHING), SUITE_TIME).get("authorization"))
                .endsWith("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void aTokenIsSentAndSigned() {
        SigV4 signer = new SigV4(new Credentials("k", "s", "a/b"), "us-east-1", "s3");
        URI uri = URI.create("http://localhost:4566/b");
        assertThat(signer.sign("GET", uri, Map.of(), SigV4.hash(NOTHING), SUITE_TIME))
                .containsEntry("x-amz-security-token", "a/b").extractingByKey("authorization").asString()
                .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
        assertThat(signer.presign("GET", uri, Map.of(), Duration.ofHours(1), SUITE_TIME).getRawQuery())
                .contains("&X-Amz-Security-Token=a%2Fb&X-Amz-Signature=");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Credentials("key", "hidden", "token")).asString().doesNotContain("hidden", "token");
        assertThat(new SigV4(new Credentials("key", "hidden"), "r", "s")).asString().doesNotContain("hidden");
    }
}
