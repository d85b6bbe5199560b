package org.aforo.protocol.internal.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.SigV4;
import org.aforo.protocol.SigV4.Credentials;
import org.aforo.protocol.fake.FakeModels;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is let through and what is refused, and how, in each family of services. */
class VerifierTest {

    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final ServiceModel KINESIS = FakeModels.of("json", "kinesis");
    private static final ServiceModel IOT = FakeModels.of("rest-json", "execute-api");
    private static final ServiceModel SNS = FakeModels.of("query", "sns");
    private static final ServiceModel S3 = FakeModels.of("rest-xml", "s3");
    private static final Credentials KEY = new Credentials("AKID", "secret");

    private final Verifier verifier = new Verifier(k -> Optional.ofNullable(Map.of("AKID", "secret").get(k)),
            InstantSource.fixed(NOW));

    private static SigV4 signer(ServiceModel model) {
        return new SigV4(KEY, "eu-west-1", model.signingName());
    }

    private static FakeRequest plain(ServiceModel model) {
        return model == S3
                ? FakeRequest.of("PUT", "/bucket/a%20b/c%2Bd?x=1&acl", "data").with("x-amz-meta-a", " 1   2 ")
                : FakeRequest.of("POST", "/a%20b//../c?x=%7e+y&x=%41&w", "{\"A\":1}").with("x-amz-target", "T.Op");
    }

    private static FakeRequest signed(ServiceModel model) {
        return plain(model).signed(signer(model), NOW);
    }

    private Incoming verify(ServiceModel model, FakeRequest request) throws IOException {
        Incoming in = new Incoming(request, "id");
        verifier.verify(in, model);
        return in;
    }

    private AwsError refusal(ServiceModel model, FakeRequest request) {
        AwsError error = catchThrowableOfType(AwsError.class, () -> verify(model, request));
        assertThat(error).as("refused").isNotNull();
        return error;
    }

    static Stream<ServiceModel> models() {
        return Stream.of(KINESIS, IOT, SNS, S3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void letsThroughWhatIsSignedWell(ServiceModel model) throws IOException {
        Incoming in = verify(model, signed(model));
        assertThat(in.text()).isEqualTo(new String(plain(model).bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void letsThroughPresignedRequests(ServiceModel model) {
        FakeRequest get = FakeRequest.of("GET", "/bucket/key?list-type=2", "");
        Instant anHourAgo = NOW.minus(Duration.ofHours(1));
        assertThatCode(() -> verify(model, get.presigned(signer(model), Duration.ofHours(2), anHourAgo)))
                .doesNotThrowAnyException();
    }

    /** A change of any signed part. */
    static Stream<Arguments> changes() {
        return Stream.of(Arguments.of("method", change(r -> r.withMethod("DELETE"))),
                Arguments.of("path", change(r -> r.withPath("/bucket/other"))),
                Arguments.of("query", change(r -> r.withQuery(r.rawQuery() + "&more=1"))),
                Arguments.of("host", change(r -> r.with("host", "localhost:4567"))),
                Arguments.of("date", change(r -> r.with("x-amz-date", "20240501T120001Z"))),
                Arguments.of("signature", change(r -> r.with("authorization",
                        r.header("authorization").replaceFirst("Signature=.", "Signature=x")))),
                Arguments.of("no signature", change(r -> r.with("authorization",
                        r.header("authorization").replaceFirst("Signature=.*", "Signature=0")))),
                Arguments.of("region", change(r -> r.with("authorization",
                        r.header("authorization").replace("eu-west-1", "eu-west-2")))));
    }

    private static UnaryOperator<FakeRequest> change(UnaryOperator<FakeRequest> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesChanges(String what, UnaryOperator<FakeRequest> change) {
        AwsError s3 = refusal(S3, change.apply(signed(S3)));
        assertThat(s3.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(s3.status()).isEqualTo(403);
        assertThat(s3).hasMessage("The request signature we calculated does not match the signature you provided. "
                + "Check your key and signing method.");
        assertThat(s3.members()).containsEntry("AWSAccessKeyId", "AKID")
                .containsKeys("StringToSign", "CanonicalRequest", "SignatureProvided");
        AwsError json = refusal(KINESIS, change.apply(signed(KINESIS)));
        assertThat(json.code()).isEqualTo("InvalidSignatureException");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.getMessage()).startsWith("The request signature we calculated does not match the signature "
                + "you provided. Check your AWS Secret Access Key and signing method. Consult the service "
                + "documentation for details.\n\nThe Canonical String for this request should have been\n'");
        AwsError query = refusal(SNS, change.apply(signed(SNS)));
        assertThat(query.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(query.status()).isEqualTo(403);
    }

    @Test
    void refusesAnotherBody() throws IOException {
        byte[] other = "tampered".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(KINESIS, signed(KINESIS).withBody(other)).code()).isEqualTo("InvalidSignatureException");
        Incoming in = verify(S3, signed(S3).withBody(other));
        assertThat(catchThrowableOfType(AwsError.class, in::body).code()).isEqualTo("XAmzContentSHA256Mismatch");
        Incoming streamed = verify(S3, signed(S3).withBody(other));
        assertThat(catchThrowableOfType(AwsError.class,
                () -> streamed.payload().stream().readNBytes(other.length))).hasMessage(
                        "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    @Test
    void doesNotShowTokens() {
        SigV4 signer = new SigV4(new Credentials("AKID", "other", "t0ken"), "eu-west-1", "kinesis");
        assertThat(refusal(KINESIS, plain(KINESIS).signed(signer, NOW)).getMessage()).doesNotContain("t0ken")
                .contains("x-amz-security-token:***\n");
    }

    @Test
    void refusesHeadersThatAreNotSigned() {
        AwsError s3 = refusal(S3, signed(S3).with("x-amz-acl", "public-read"));
        assertThat(s3).hasMessage("There were headers present in the request which were not signed");
        assertThat(s3.members()).containsEntry("HeadersNotSigned", "x-amz-acl");
        assertThat(refusal(KINESIS, signed(KINESIS).with("authorization",
                signed(KINESIS).header("authorization").replace("host;", "")))).hasMessage(
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static Stream<Arguments> unknown() {
        return Stream.of(Arguments.of(KINESIS, "UnrecognizedClientException", 400),
                Arguments.of(IOT, "UnrecognizedClientException", 403), Arguments.of(SNS, "InvalidClientTokenId", 403),
                Arguments.of(S3, "InvalidAccessKeyId", 403));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void refusesUnknownKeys(ServiceModel model, String code, int status) {
        SigV4 stranger = new SigV4(new Credentials("STRANGER", "secret"), "eu-west-1", model.signingName());
        AwsError error = refusal(model, plain(model).signed(stranger, NOW));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
    }

    static Stream<Arguments> unsigned() {
        return Stream.of(Arguments.of(KINESIS, "MissingAuthenticationTokenException", 400,
                "Missing Authentication Token"),
                Arguments.of(IOT, "MissingAuthenticationTokenException", 403, "Missing Authentication Token"),
                Arguments.of(SNS, "MissingAuthenticationToken", 403, "Request is missing Authentication Token"),
                Arguments.of(S3, "AccessDenied", 403, "Access Denied"));
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void refusesUnsignedRequests(ServiceModel model, String code, int status, String message) {
        AwsError error = refusal(model, plain(model));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error).hasMessage(message);
    }
}
