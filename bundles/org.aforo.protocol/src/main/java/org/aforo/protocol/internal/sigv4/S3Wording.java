package org.aforo.protocol.internal.sigv4;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Scope;

/**
 * S3's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">S3 and SigV4</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's errors</a>
 */
enum S3Wording implements Wording {
    INSTANCE;

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final List<String> WORDS = List.of(UNSIGNED, "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final long WEEK = 604_800;
    private static final String MALFORMED = "The authorization header is malformed; ";
    private static final String CREDENTIAL = "the Credential is mal-formed; expecting "
            + "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";

    @Override
    public AwsError unsigned(Incoming in) {
        boolean version2 = in.request().rawQuery().contains("AWSAccessKeyId=");
        return version2 ? unsupported() : denied("Access Denied", Map.of());
    }

    /** Version 2, which no region that was opened since 2014 takes. */
    private static AwsError unsupported() {
        return AwsError.client("InvalidRequest", "The authorization mechanism you have provided is not supported. "
                + "Please use AWS4-HMAC-SHA256.");
    }

    @Override
    public AwsError twice() {
        return AwsError.client("InvalidArgument", "Only one auth mechanism allowed; only the X-Amz-Algorithm query "
                + "parameter, Signature query string parameter or the Authorization header should be specified");
    }

    @Override
    public Signed read(Fields fields, String service) {
        return fields.presigned() ? readQuery(fields, service) : readHeader(fields, service);
    }

    private static Signed readHeader(Fields fields, String service) {
        if (!fields.algorithm().startsWith("AWS")) {
            throw new AwsError("InvalidArgument", 400, "Unsupported Authorization Type",
                    Map.of("ArgumentName", "Authorization"));
        }
        if (!fields.algorithm().equals(SigningKey.ALGORITHM)) {
            throw unsupported();
        }
        if (fields.credential() == null || fields.headers() == null || fields.signature() == null) {
            throw header("the authorization header requires three components: Credential, SignedHeaders, and "
                    + "Signature.");
        }
        Scope scope = Scope.parse(fields.credential());
        if (scope == Scope.NONE) {
            throw header(CREDENTIAL);
        }
        if (!scope.service().equals(service)) {
            throw header("incorrect service \"" + scope.service() + "\". This endpoint belongs to \"" + service
                    + "\".");
        }
        Instant time = fields.timestamp() == null ? null : Timestamp.parse(fields.timestamp());
        if (time == null) {
            throw denied("AWS authentication requires a valid Date or x-amz-date header", Map.of());
        }
        if (!fields.timestamp().startsWith(scope.date()) || scope.date().length() != 8) {
            throw header("Invalid credential date \"" + scope.date() + "\". This date is not the same as X-Amz-Date: "
                    + '"' + fields.timestamp().substring(0, 8) + "\".");
        }
        return Signed.of(fields, scope, time, -1);
    }

    private static Signed readQuery(Fields fields, String service) {
        if (fields.algorithm() == null || fields.credential() == null || fields.signature() == null
                || fields.timestamp() == null || fields.headers() == null || fields.expires() == null) {
            throw query("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                    + "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }
        if (!fields.algorithm().equals(SigningKey.ALGORITHM)) {
            throw query("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
        }
        Scope scope = Scope.parse(fields.credential());
        if (scope == Scope.NONE) {
            throw query("Error parsing the X-Amz-Credential parameter; " + CREDENTIAL);
        }
        if (!scope.service().equals(service)) {
            throw query("Error parsing the X-Amz-Credential parameter; incorrect service \"" + scope.service()
                    + "\". This endpoint belongs to \"" + service + "\".");
        }
        Instant time = Timestamp.parse(fields.timestamp());
        if (time == null) {
            throw query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
        if (!fields.timestamp().startsWith(scope.date()) || scope.date().length() != 8) {
            throw query("Invalid credential date \"" + scope.date() + "\". This date is not the same as X-Amz-Date: "
                    + '"' + fields.timestamp().substring(0, 8) + "\".");
        }
        return Signed.of(fields, scope, time, expires(fields.expires()));
    }

    private static long expires(String text) {
        long expires;
        try {
            expires = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw query("X-Amz-Expires should be a number");
        }
        if (expires < 0) {
            throw query("X-Amz-Expires must be non-negative");
        }
        if (expires > WEEK) {
            throw query("X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must "
                    + "be less than 604800 seconds");
        }
        return expires;
    }

    @Override
    public void covered(Signed signed, Incoming in) {
        List<String> open = in.request().headers().keySet().stream()
                .filter(n -> (n.equals("host") || n.startsWith("x-amz-")) && !signed.headers().contains(n)).sorted()
                .toList();
        if (!open.isEmpty()) {
            throw denied("There were headers present in the request which were not signed",
                    Map.of("HeadersNotSigned", String.join(", ", open)));
        }
    }

    @Override
    public void current(Signed signed, Instant now) {
        if (signed.presigned()) {
            if (now.isAfter(signed.end())) {
                throw denied("Request has expired", Map.of("X-Amz-Expires", signed.expires(), "Expires",
                        seconds(signed.end()), "ServerTime", seconds(now)));
            }
            if (signed.time().isAfter(now.plus(SKEW))) {
                throw denied("Request is not valid yet", Map.of("X-Amz-Date", signed.timestamp(), "ServerTime",
                        seconds(now)));
            }
        } else if (Duration.between(signed.time(), now).abs().compareTo(SKEW) > 0) {
            throw new AwsError("RequestTimeTooSkewed", 403,
                    "The difference between the request time and the current time is too large.",
                    Map.of("RequestTime", signed.timestamp(), "ServerTime", seconds(now),
                            "MaxAllowedSkewMilliseconds", SKEW.toMillis()));
        }
    }

    private static String seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }

    @Override
    public String hash(Signed signed, Incoming in) {
        String hash = in.header(CONTENT_HASH);
        if (hash == null && signed.presigned()) {
            String parameter = in.parameter("X-Amz-Content-Sha256");
            hash = parameter == null ? UNSIGNED : parameter;
        }
        if (hash == null) {
            throw AwsError.client("InvalidRequest", "Missing required header for this request: " + CONTENT_HASH);
        }
        if (!WORDS.contains(hash) && !isHash(hash)) {
            throw new AwsError("InvalidArgument", 400, CONTENT_HASH + " must be UNSIGNED-PAYLOAD, "
                    + "STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
                    + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
                    + "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
                    Map.of("ArgumentName", CONTENT_HASH, "ArgumentValue", hash));
        }
        return hash;
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    @Override
    public AwsError unknownKey(String accessKey) {
        return new AwsError("InvalidAccessKeyId", 403,
                "The AWS Access Key Id you provided does not exist in our records.",
                Map.of("AWSAccessKeyId", accessKey));
    }

    @Override
    public AwsError mismatch(Signed signed, String canonical, String text) {
        return new AwsError("SignatureDoesNotMatch", 403, "The request signature we calculated does not match the "
                + "signature you provided. Check your key and signing method.",
                Map.of("AWSAccessKeyId", signed.scope().accessKey(), "StringToSign", text, "SignatureProvided",
                        signed.signature(), "StringToSignBytes", bytes(text), "CanonicalRequest", canonical,
                        "CanonicalRequestBytes", bytes(canonical)));
    }

    private static String bytes(String text) {
        return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AwsError header(String what) {
        return AwsError.client("AuthorizationHeaderMalformed", MALFORMED + what);
    }

    private static AwsError query(String what) {
        return AwsError.client("AuthorizationQueryParametersError", what);
    }

    private static AwsError denied(String message, Map<String, Object> members) {
        return new AwsError("AccessDenied", 403, message, members);
    }
}
