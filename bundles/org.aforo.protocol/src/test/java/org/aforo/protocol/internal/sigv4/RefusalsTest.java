package org.aforo.protocol.internal.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.SigV4;
import org.aforo.protocol.SigV4.Credentials;
import org.aforo.protocol.fake.FakeModels;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes and words for signatures that are too old, of the future, or not what a signature should be. */
class RefusalsTest {

    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final Credentials KEY = new Credentials("AKID", "secret");
    private static final SigV4 TO_KINESIS = new SigV4(KEY, "us-east-1", "kinesis");
    private static final SigV4 TO_S3 = new SigV4(KEY, "us-east-1", "s3");
    private static final String SCOPE = "AKID/20240501/us-east-1/";

    private final Verifier verifier = new Verifier(k -> Optional.of("secret"), InstantSource.fixed(NOW));

    private String kinesis(FakeRequest request) {
        return refusal(request, FakeModels.of("json", "kinesis"));
    }

    private String s3(FakeRequest request) {
        return refusal(request, FakeModels.of("rest-xml", "s3"));
    }

    private String refusal(FakeRequest request, ServiceModel model) {
        AwsError error = catchThrowableOfType(AwsError.class,
                () -> verifier.verify(new Incoming(request, "id"), model));
        return error == null ? "passed" : error.status() + " " + error.code() + ": " + error.getMessage();
    }

    private static FakeRequest put() {
        return FakeRequest.json("K.PutRecord", "{}");
    }

    private static FakeRequest get() {
        return FakeRequest.of("GET", "/b/k", "");
    }

    private static FakeRequest authorized(FakeRequest request, String authorization) {
        return request.with("x-amz-date", "20240501T120000Z").with("authorization", authorization);
    }

    @Test
    void jsonServicesTakeFiveMinutes() {
        assertThat(kinesis(put().signed(TO_KINESIS, NOW.minusSeconds(301)))).isEqualTo("400 InvalidSignatureException: "
                + "Signature expired: 20240501T115459Z is now earlier than 20240501T115500Z (20240501T120000Z - 5 min.)");
        assertThat(kinesis(put().signed(TO_KINESIS, NOW.plusSeconds(301)))).isEqualTo("400 InvalidSignatureException: "
                + "Signature not yet current: 20240501T120501Z is still later than 20240501T120500Z "
                + "(20240501T120000Z + 5 min.)");
        assertThat(kinesis(put().signed(TO_KINESIS, NOW.minusSeconds(300)))).isEqualTo("passed");
        assertThat(kinesis(put().signed(TO_KINESIS, NOW.plusSeconds(300)))).isEqualTo("passed");
    }

    @Test
    void s3TakesAQuarterOfAnHour() {
        String skewed = "403 RequestTimeTooSkewed: The difference between the request time and the current time is too "
                + "large.";
        assertThat(s3(get().signed(TO_S3, NOW.minusSeconds(901)))).isEqualTo(skewed);
        assertThat(s3(get().signed(TO_S3, NOW.plusSeconds(901)))).isEqualTo(skewed);
        assertThat(s3(get().signed(TO_S3, NOW.minusSeconds(900)))).isEqualTo("passed");
    }

    @Test
    void presignedRequestsExpire() {
        Duration hour = Duration.ofHours(1);
        assertThat(s3(get().presigned(TO_S3, hour, NOW.minus(hour)))).isEqualTo("passed");
        assertThat(s3(get().presigned(TO_S3, hour, NOW.minus(hour).minusSeconds(1))))
                .isEqualTo("403 AccessDenied: Request has expired");
        assertThat(s3(get().presigned(TO_S3, hour, NOW.plus(hour))))
                .isEqualTo("403 AccessDenied: Request is not valid yet");
        assertThat(kinesis(put().presigned(TO_KINESIS, hour, NOW.minus(hour).minusSeconds(1)))).isEqualTo(
                "400 InvalidSignatureException: Signature expired: 20240501T105959Z is now earlier than "
                        + "20240501T110000Z (20240501T120000Z - 60 min.)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "AWS4-HMAC-SHA256 Credential=C, SignedHeaders=host, Signature=s|400 IncompleteSignatureException: Credential "
                    + "must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'C'",
            "AWS4-HMAC-SHA256 Credential=" + SCOPE + "firehose/aws4_request, SignedHeaders=host, Signature=s|400 "
                    + "InvalidSignatureException: `Credential should be scoped to correct service: 'kinesis'. `",
            "AWS4-HMAC-SHA256 Credential=" + SCOPE + "kinesis/aws5, SignedHeaders=host, Signature=s|400 "
                    + "InvalidSignatureException: `Credential should be scoped with a valid terminator: 'aws4_request', "
                    + "not 'aws5'. `",
            "AWS4-HMAC-SHA256 Credential=AKID/20240502/us-east-1/kinesis/aws4_request, SignedHeaders=host, Signature=s|400 "
                    + "InvalidSignatureException: Date in Credential scope does not match YYYYMMDD from ISO-8601 version "
                    + "of date from HTTP: '20240502' != '20240501', from '20240501T120000Z'.",
            "AWS4-HMAC-SHA512 Credential=" + SCOPE + "kinesis/aws4_request, SignedHeaders=host, Signature=s|400 "
                    + "IncompleteSignatureException: Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA512'.",
            "Basic dGVzdA==|400 MissingAuthenticationTokenException: Missing Authentication Token"})
    void jsonServicesTellWhatIsWrong(String authorization, String refusal) {
        assertThat(kinesis(authorized(put(), authorization)).strip())
                .isEqualTo(refusal.replace("`", "").strip());
    }

    @Test
    void jsonServicesTellWhatIsMissing() {
        assertThat(kinesis(put().with("authorization", "AWS4-HMAC-SHA256 Signature=1"))).isEqualTo(
                "400 IncompleteSignatureException: Authorization header requires 'Credential' parameter. "
                        + "Authorization header requires 'SignedHeaders' parameter. Authorization header requires "
                        + "existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded "
                        + "with Base64) Authorization=K/oVyJ3oe6yzz6iEDN1zbbktF+IO1zPVIRFCtV0tGVc=");
        assertThat(kinesis(put().withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20240501T120000Z"))).isEqualTo(
                "400 IncompleteSignatureException: AWS query-string parameters must include 'X-Amz-Credential'. AWS "
                        + "query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must "
                        + "include 'X-Amz-SignedHeaders'. Re-examine the query-string parameters.");
        assertThat(kinesis(put().signed(TO_KINESIS, NOW).withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256"))).isEqualTo(
                "400 InvalidSignatureException: Found both 'X-Amz-Algorithm' as a query-string param and "
                        + "'Authorization' as HTTP header.");
    }

    @Test
    void aDateHeaderWillDo() {
        FakeRequest signed = put().signed(TO_KINESIS, NOW);
        assertThat(kinesis(signed.without("x-amz-date").with("date", "Wed, 01 May 2024 12:00:00 GMT")))
                .startsWith("400 InvalidSignatureException: The request signature we calculated");
        assertThat(kinesis(signed.without("x-amz-date").with("date", "yesterday"))).isEqualTo("400 "
                + "IncompleteSignatureException: Date must be in ISO-8601 'basic format'. Got 'yesterday'. See "
                + "http://en.wikipedia.org/wiki/ISO_8601");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Basic dGVzdA==|400 InvalidArgument: Unsupported Authorization Type",
            "AWS AKID:sig|400 InvalidRequest: The authorization mechanism you have provided is not supported. Please use "
                    + "AWS4-HMAC-SHA256.",
            "AWS4-HMAC-SHA256 Credential=C|400 AuthorizationHeaderMalformed: The authorization header is malformed; the "
                    + "authorization header requires three components: Credential, SignedHeaders, and Signature.",
            "AWS4-HMAC-SHA256 Credential=C, SignedHeaders=host, Signature=s|400 AuthorizationHeaderMalformed: The "
                    + "authorization header is malformed; the Credential is mal-formed; expecting "
                    + "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
            "AWS4-HMAC-SHA256 Credential=" + SCOPE + "sqs/aws4_request, SignedHeaders=host, Signature=s|400 "
                    + "AuthorizationHeaderMalformed: The authorization header is malformed; incorrect service \"sqs\". "
                    + "This endpoint belongs to \"s3\".",
            "AWS4-HMAC-SHA256 Credential=AKID/20240502/r/s3/aws4_request, SignedHeaders=host, Signature=s|400 "
                    + "AuthorizationHeaderMalformed: The authorization header is malformed; Invalid credential date "
                    + "\"20240502\". This date is not the same as X-Amz-Date: \"20240501\"."})
    void s3TellsWhatIsWrong(String authorization, String refusal) {
        assertThat(s3(authorized(get(), authorization))).isEqualTo(refusal);
    }

    @Test
    void s3TellsWhatIsMissing() {
        assertThat(s3(get().signed(TO_S3, NOW).without("x-amz-date"))).isEqualTo(
                "403 AccessDenied: AWS authentication requires a valid Date or x-amz-date header");
        assertThat(s3(get().signed(TO_S3, NOW).without("x-amz-content-sha256"))).isEqualTo(
                "400 InvalidRequest: Missing required header for this request: x-amz-content-sha256");
        assertThat(s3(get().signed(TO_S3, "nonsense", NOW))).startsWith(
                "400 InvalidArgument: x-amz-content-sha256 must be UNSIGNED-PAYLOAD, ");
        assertThat(s3(get().withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256"))).isEqualTo(
                "400 AuthorizationQueryParametersError: Query-string authentication version 4 requires the "
                        + "X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and "
                        + "X-Amz-Expires parameters.");
    }

    @Test
    void s3DoesNotTakeVersion2() {
        assertThat(s3(get().withQuery("AWSAccessKeyId=AKID&Signature=x&Expires=1714567890"))).isEqualTo("400 "
                + "InvalidRequest: The authorization mechanism you have provided is not supported. Please use "
                + "AWS4-HMAC-SHA256.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"soon|X-Amz-Expires should be a number",
            "-1|X-Amz-Expires must be non-negative",
            "604801|X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less "
                    + "than 604800 seconds"})
    void s3BoundsThePresigned(String expires, String message) {
        String query = get().presigned(TO_S3, Duration.ofHours(1), NOW).rawQuery();
        assertThat(s3(get().withQuery(query.replace("Expires=3600", "Expires=" + expires))))
                .isEqualTo("400 AuthorizationQueryParametersError: " + message);
    }
}
