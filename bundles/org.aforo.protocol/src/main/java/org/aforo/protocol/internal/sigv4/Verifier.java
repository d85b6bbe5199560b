package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.time.BenchClock;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.internal.wire.Incoming;

/**
 * Verifies the signatures of requests, in strict mode.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">AWS's errors</a>
 */
public final class Verifier {

    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final Function<String, Optional<String>> secrets;
    private final BenchClock clock;

    /**
     * @param secrets gives an access key's secret
     * @param clock   by which presigned URLs expire
     */
    public Verifier(Function<String, Optional<String>> secrets, BenchClock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Verifies a request, and has its body verified as it is read.
     *
     * @param s3 whether to go by S3's rules, and tell errors in its words
     * @throws AwsError when it isn't signed as it should be
     */
    public void verify(Incoming in, boolean s3) throws IOException {
        WireRequest request = in.request();
        Signed signed = Signed.of(request);
        if (signed == null) {
            throw s3 ? new AwsError("AccessDenied", 403, "Access Denied")
                    : new AwsError("MissingAuthenticationTokenException", 403, "Missing Authentication Token");
        }
        checkTime(signed, s3);
        String secret = secrets.apply(signed.scope().accessKey()).orElseThrow(() -> unknownKey(s3));
        SigningKey key = SigningKey.of(secret, signed.scope());
        String hash = hash(in, signed, s3);
        String canonical = Canonical.request(request.method(), request.rawPath(), request.rawQuery(),
                request.headers(), signed.headers(), hash, s3);
        if (!Hashes.same(key.sign(signed.timestamp(), canonical), signed.signature())) {
            throw mismatch(s3);
        }
        in.view(verified(request, signed, key, hash));
    }

    private static WireRequest verified(WireRequest request, Signed signed, SigningKey key, String hash) {
        if (hash.startsWith("STREAMING-")) {
            boolean chunksSigned = hash.startsWith("STREAMING-" + SigningKey.ALGORITHM);
            return new ChunkedRequest(request,
                    chunksSigned ? new ChunkSignatures(key, signed.timestamp(), signed.signature()) : null);
        }
        return hash.equals(UNSIGNED) ? request : new HashedRequest(request, hash);
    }

    private void checkTime(Signed signed, boolean s3) {
        Instant time = signed.time();
        if (signed.presigned()) {
            if (clock.now().isAfter(time.plusSeconds(signed.expires()))) {
                throw s3 ? new AwsError("AccessDenied", 403, "Request has expired")
                        : new AwsError("RequestExpired", 400, "Request has expired.");
            }
            return;
        }
        Instant now = SignatureClock.now();
        if (Duration.between(time, now).abs().compareTo(SKEW) > 0) {
            throw s3 ? new AwsError("RequestTimeTooSkewed", 403,
                    "The difference between the request time and the current time is too large.")
                    : new AwsError("InvalidSignatureException", 400, skewed(signed, now));
        }
    }

    private static String skewed(Signed signed, Instant now) {
        boolean old = signed.time().isBefore(now);
        Instant limit = old ? now.minus(SKEW) : now.plus(SKEW);
        return (old ? "Signature expired: " : "Signature not yet current: ") + signed.timestamp()
                + (old ? " is now earlier than " : " is still later than ") + Signed.TIMESTAMP.format(limit) + " ("
                + Signed.TIMESTAMP.format(now) + (old ? " - 15 min.)" : " + 15 min.)");
    }

    /** What the body's hash is in the canonical request. */
    private static String hash(Incoming in, Signed signed, boolean s3) throws IOException {
        String header = in.header("x-amz-content-sha256");
        if (header != null) {
            return header;
        }
        return s3 && signed.presigned() ? UNSIGNED : Hashes.sha256(in.body());
    }

    private static AwsError unknownKey(boolean s3) {
        return s3 ? new AwsError("InvalidAccessKeyId", 403,
                "The AWS Access Key Id you provided does not exist in our records.")
                : new AwsError("UnrecognizedClientException", 400,
                        "The security token included in the request is invalid.");
    }

    private static AwsError mismatch(boolean s3) {
        return s3 ? ChunkSignatures.mismatch() : new AwsError("InvalidSignatureException", 400,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                        + "Access Key and signing method. Consult the service documentation for details.");
    }
}
