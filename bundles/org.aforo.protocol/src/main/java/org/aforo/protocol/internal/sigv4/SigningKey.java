package org.aforo.protocol.internal.sigv4;

import java.nio.charset.StandardCharsets;

import org.aforo.protocol.internal.wire.Scope;

/**
 * A day's key for one region and service.
 *
 * @param bytes the key
 * @param scope {@code yyyyMMdd/region/service/aws4_request}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">SigV4</a>
 */
public record SigningKey(byte[] bytes, String scope) {

    public static final String ALGORITHM = "AWS4-HMAC-SHA256";

    public static SigningKey of(String secret, Scope scope) {
        byte[] date = Hashes.hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        byte[] region = Hashes.hmac(date, scope.region());
        byte[] service = Hashes.hmac(region, scope.service());
        return new SigningKey(Hashes.hmac(service, "aws4_request"),
                scope.date() + '/' + scope.region() + '/' + scope.service() + "/aws4_request");
    }

    /** The signature of a canonical request. */
    public String sign(String timestamp, String canonical) {
        return text(toSign(timestamp, canonical));
    }

    /** The string to sign of a canonical request. */
    String toSign(String timestamp, String canonical) {
        return ALGORITHM + '\n' + timestamp + '\n' + scope + '\n' + Hashes.sha256(canonical);
    }

    /** The signature of a string to sign. */
    String text(String toSign) {
        return Hashes.hex(Hashes.hmac(bytes, toSign));
    }

    @Override
    public String toString() {
        return "SigningKey[" + scope + ']';
    }
}
