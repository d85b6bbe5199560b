package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Scope;

/**
 * That of the front end which all services but S3 share. The words are the same in each protocol, codes and statuses
 * differ.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">AWS's errors</a>
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html">Common errors</a>
 */
enum FrontWording implements Wording {
    JSON("MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException",
            "IncompleteSignatureException", 400, 400, Duration.ofMinutes(5)), REST_JSON(
                    "MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException",
                    "IncompleteSignatureException", 403, 403,
                    Duration.ofMinutes(5)), QUERY("MissingAuthenticationToken", "InvalidClientTokenId",
                            "SignatureDoesNotMatch", "IncompleteSignature", 403,
                            400, Duration.ofMinutes(15));

    private static final String TERMINATOR = "aws4_request";

    private final String missing;
    private final String unknown;
    private final String wrong;
    private final String incomplete;
    private final int status;
    private final int incompleteStatus;
    private final Duration skew;

    FrontWording(String missing, String unknown, String wrong, String incomplete, int status, int incompleteStatus,
            Duration skew) {
        this.missing = missing;
        this.unknown = unknown;
        this.wrong = wrong;
        this.incomplete = incomplete;
        this.status = status;
        this.incompleteStatus = incompleteStatus;
        this.skew = skew;
    }

    @Override
    public AwsError unsigned(Incoming in) {
        return missing();
    }

    private AwsError missing() {
        return new AwsError(missing, status, this == QUERY ? "Request is missing Authentication Token"
                : "Missing Authentication Token");
    }

    @Override
    public AwsError twice() {
        return wrong("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    @Override
    public Signed read(Fields fields, String service) {
        if (fields.presigned()) {
            completeQuery(fields);
        } else {
            completeHeader(fields);
        }
        Instant time = Timestamp.parse(fields.timestamp());
        if (time == null) {
            throw incomplete("Date must be in ISO-8601 'basic format'. Got '" + fields.timestamp()
                    + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
        return Signed.of(fields, scope(fields, service), time, fields.presigned() ? expires(fields) : -1);
    }

    private void completeHeader(Fields fields) {
        if (!fields.algorithm().startsWith("AWS4-")) {
            throw missing();
        }
        if (fields.odd() != null) {
            throw incomplete("Invalid key=value pair (missing equal-sign) in Authorization header (hashed with "
                    + "SHA-256 and encoded with Base64): '" + hashed(fields.odd()) + "'.");
        }
        List<String> lacking = new ArrayList<>();
        lack(lacking, fields.credential(), "Authorization header requires 'Credential' parameter.");
        lack(lacking, fields.signature(), "Authorization header requires 'Signature' parameter.");
        lack(lacking, fields.headers(), "Authorization header requires 'SignedHeaders' parameter.");
        lack(lacking, fields.timestamp(),
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (!lacking.isEmpty()) {
            throw incomplete(String.join(" ", lacking)
                    + " (Hashed with SHA-256 and encoded with Base64) Authorization=" + hashed(fields.header()));
        }
        algorithm(fields);
    }

    /** What is shown in place of a header, which may hold what nobody else should see. */
    private static String hashed(String text) {
        return Base64.getEncoder().encodeToString(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void completeQuery(Fields fields) {
        List<String> lacking = new ArrayList<>();
        lack(lacking, fields.algorithm(), "AWS query-string parameters must include 'X-Amz-Algorithm'.");
        lack(lacking, fields.credential(), "AWS query-string parameters must include 'X-Amz-Credential'.");
        lack(lacking, fields.signature(), "AWS query-string parameters must include 'X-Amz-Signature'.");
        lack(lacking, fields.headers(), "AWS query-string parameters must include 'X-Amz-SignedHeaders'.");
        lack(lacking, fields.timestamp(), "AWS query-string parameters must include 'X-Amz-Date'.");
        if (!lacking.isEmpty()) {
            throw incomplete(String.join(" ", lacking) + " Re-examine the query-string parameters.");
        }
        algorithm(fields);
    }

    private static void lack(List<String> lacking, String value, String text) {
        if (value == null || value.isEmpty()) {
            lacking.add(text);
        }
    }

    private void algorithm(Fields fields) {
        if (!fields.algorithm().equals(SigningKey.ALGORITHM)) {
            throw incomplete("Unsupported AWS 'algorithm': '" + fields.algorithm() + "'.");
        }
    }

    private Scope scope(Fields fields, String service) {
        String[] parts = fields.credential().split("/", -1);
        if (parts.length != 5) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g. "
                    + "keyid/date/region/service/term, got '" + fields.credential() + "'");
        }
        if (!parts[4].equals(TERMINATOR)) {
            throw wrong("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '" + parts[4]
                    + "'. ");
        }
        if (!parts[3].equals(service)) {
            throw wrong("Credential should be scoped to correct service: '" + service + "'. ");
        }
        if (parts[2].isEmpty()) {
            throw wrong("Credential should be scoped to a valid region. ");
        }
        String day = fields.timestamp().substring(0, 8);
        if (!parts[1].equals(day)) {
            throw wrong("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + parts[1] + "' != '" + day + "', from '" + fields.timestamp() + "'.");
        }
        return new Scope(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Where nothing is said, a presigned request is good for as long as any other. */
    private long expires(Fields fields) {
        try {
            long expires = fields.expires() == null ? skew.toSeconds() : Long.parseLong(fields.expires());
            if (expires >= 0 && expires <= 604_800) {
                return expires;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw incomplete("X-Amz-Expires must be a number of seconds of at most a week. Got '" + fields.expires()
                + "'.");
    }

    @Override
    public void covered(Signed signed, Incoming in) {
        if (!signed.headers().contains("host") && !signed.headers().contains(":authority")) {
            throw wrong("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    @Override
    public void current(Signed signed, Instant now) {
        Duration old = signed.presigned() ? Duration.ofSeconds(signed.expires()) : skew;
        if (now.minus(old).isAfter(signed.time())) {
            throw wrong("Signature expired: " + signed.timestamp() + " is now earlier than "
                    + Timestamp.text(now.minus(old)) + " (" + Timestamp.text(now) + " - " + words(old) + ".)");
        }
        if (now.plus(skew).isBefore(signed.time())) {
            throw wrong("Signature not yet current: " + signed.timestamp() + " is still later than "
                    + Timestamp.text(now.plus(skew)) + " (" + Timestamp.text(now) + " + " + words(skew) + ".)");
        }
    }

    private static String words(Duration span) {
        return span.toSecondsPart() == 0 ? span.toMinutes() + " min" : span.toSeconds() + " sec";
    }

    @Override
    public String hash(Signed signed, Incoming in) throws IOException {
        return Hashes.sha256(in.sent());
    }

    @Override
    public AwsError unknownKey(String accessKey) {
        return new AwsError(unknown, status, "The security token included in the request is invalid.");
    }

    @Override
    public AwsError mismatch(Signed signed, String canonical, String text) {
        return wrong("The request signature we calculated does not match the signature you provided. Check your AWS "
                + "Secret Access Key and signing method. Consult the service documentation for details.\n\n"
                + "The Canonical String for this request should have been\n'" + canonical + "'\n\n"
                + "The String-to-Sign should have been\n'" + text + "'\n");
    }

    private AwsError wrong(String message) {
        return new AwsError(wrong, status, message);
    }

    private AwsError incomplete(String message) {
        return new AwsError(incomplete, incompleteStatus, message);
    }
}
