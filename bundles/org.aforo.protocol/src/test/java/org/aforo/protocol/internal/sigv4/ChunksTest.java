package org.aforo.protocol.internal.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.SigV4;
import org.aforo.protocol.SigV4.Credentials;
import org.aforo.protocol.fake.FakeModels;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.wire.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The chunked uploads of S3's documentation, with the signatures published there, as they are and tampered with. */
class ChunksTest {

    private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final SigV4 SIGNER = new SigV4(new Credentials("AKIAIOSFODNN7EXAMPLE", SECRET), "us-east-1", "s3");
    private static final byte[] DATA = "a".repeat(66_560).getBytes(StandardCharsets.US_ASCII);

    private static final String[] PLAIN = {"ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"};
    private static final String[] BEFORE_TRAILER = {"b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
            "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
            "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"};
    private static final String TRAILER = "x-amz-checksum-crc32c:sOO8/Q==\r\n"
            + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n";

    private final Verifier verifier = new Verifier(k -> Optional.of(SECRET), InstantSource.fixed(TIME));

    private static String chunks(String[] signatures, String trailer) {
        return "10000;chunk-signature=" + signatures[0] + "\r\n" + "a".repeat(65_536) + "\r\n400;chunk-signature="
                + signatures[1] + "\r\n" + "a".repeat(1_024) + "\r\n0;chunk-signature=" + signatures[2] + "\r\n"
                + trailer + "\r\n";
    }

    private static FakeRequest request(String body) {
        return FakeRequest.of("PUT", "/examplebucket/chunkObject.txt", body).with("host", "s3.amazonaws.com")
                .with("x-amz-storage-class", "REDUCED_REDUNDANCY").with("content-encoding", "aws-chunked")
                .with("x-amz-decoded-content-length", "66560");
    }

    private static FakeRequest plain(String body) {
        return request(body).with("content-length", "66824").signed(SIGNER, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", TIME);
    }

    private static FakeRequest trailed(String body) {
        return request(body).with("x-amz-trailer", "x-amz-checksum-crc32c").signed(SIGNER,
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", TIME);
    }

    private Incoming verified(FakeRequest request) throws IOException {
        Incoming in = new Incoming(request, "id");
        verifier.verify(in, FakeModels.of("rest-xml", "s3"));
        return in;
    }

    @Test
    void takesThePublishedUpload() throws IOException {
        Incoming whole = verified(plain(chunks(PLAIN, "")));
        assertThat(whole.text()).isEqualTo(new String(DATA, StandardCharsets.US_ASCII));
        Payload streamed = verified(plain(chunks(PLAIN, ""))).payload();
        assertThat(streamed.length()).isEqualTo(DATA.length);
        assertThat(streamed.stream().readAllBytes()).isEqualTo(DATA);
    }

    @Test
    void takesThePublishedUploadWithItsTrailer() throws IOException {
        FakeRequest request = trailed(chunks(BEFORE_TRAILER, TRAILER));
        assertThat(request.header("authorization"))
                .endsWith("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
        Payload payload = verified(request).payload();
        assertThat(payload.stream().readAllBytes()).isEqualTo(DATA);
        assertThat(payload.trailers()).containsOnlyKeys("x-amz-checksum-crc32c").containsValue("sOO8/Q==");
    }

    static Stream<Arguments> changes() {
        return Stream.of(change("first chunk", s -> s.replaceFirst("\r\naaa", "\r\naba")),
                change("second chunk", s -> s.replaceFirst("aaa\r\n0;", "aba\r\n0;")),
                change("first signature", s -> s.replace("b474d88", "b474d89")),
                change("second signature", s -> s.replace("1c1344b", "1c1344c")),
                change("last signature", s -> s.replace("2ca2aba", "2ca2abb")),
                change("no signature", s -> s.replaceFirst(";chunk-signature=[0-9a-f]*", "")),
                change("trailer", s -> s.replace("sOO8", "sOO9")),
                change("trailer's signature", s -> s.replace("d81f82f", "d81f820")),
                change("no trailer's signature", s -> s.replaceFirst("x-amz-trailer-signature.*\r\n", "")),
                change("another trailer", s -> s.replace("x-amz-trailer-s", "x-amz-more:1\r\nx-amz-trailer-s")));
    }

    private static Arguments change(String what, UnaryOperator<String> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesChanges(String what, UnaryOperator<String> change) throws IOException {
        String body = chunks(BEFORE_TRAILER, TRAILER);
        String changed = change.apply(body);
        assertThat(changed).isNotEqualTo(body);
        Payload payload = verified(trailed(changed)).payload();
        AwsError error = catchThrowableOfType(AwsError.class, () -> payload.stream().readAllBytes());
        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(error.status()).isEqualTo(403);
    }

    @Test
    void whoReadsJustTheLengthIsToldToo() throws IOException {
        Payload payload = verified(trailed(chunks(BEFORE_TRAILER, TRAILER).replace("2ca2aba", "2ca2abb"))).payload();
        assertThat(catchThrowableOfType(AwsError.class, () -> payload.stream().readNBytes(DATA.length))).isNotNull();
    }

    @Test
    void anUploadCutShortIsIncomplete() throws IOException {
        String body = chunks(PLAIN, "");
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        Payload payload = verified(plain(body.substring(0, body.indexOf("\r\n400;")))).payload();
        AwsError error = catchThrowableOfType(AwsError.class, () -> payload.stream().transferTo(got));
        assertThat(error.code()).isEqualTo("IncompleteBody");
    }
}
