package org.aforo.protocol.internal.sigv4;

import java.security.MessageDigest;

import org.aforo.api.endpoint.AwsError;

/** Checks the chain of signatures of a body in chunks. For one thread. */
public final class ChunkSignatures {

    private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
    private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";

    private final SigningKey key;
    private final String timestamp;
    private final MessageDigest digest = Hashes.sha256();
    private String previous;

    /**
     * @param seed the request's own signature
     */
    ChunkSignatures(SigningKey key, String timestamp, String seed) {
        this.key = key;
        this.timestamp = timestamp;
        this.previous = seed;
    }

    void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** The end of a chunk. */
    void chunk(String signature) {
        check(CHUNK, Hashes.EMPTY + '\n' + Hashes.hex(digest.digest()), signature);
    }

    /** The end of the trailers, each on a line; there are none when nothing is signed. */
    void trailer(String lines, String signature) {
        if (!lines.isEmpty() || signature != null) {
            check(TRAILER, Hashes.sha256(lines), signature == null ? "" : signature);
        }
    }

    private void check(String algorithm, String hash, String signature) {
        String wanted = key.text(algorithm + '\n' + timestamp + '\n' + key.scope() + '\n' + previous + '\n' + hash);
        if (!Hashes.same(wanted, signature)) {
            throw mismatch();
        }
        previous = signature;
    }

    static AwsError mismatch() {
        return new AwsError("SignatureDoesNotMatch", 403, "The request signature we calculated does not match the "
                + "signature you provided. Check your key and signing method.");
    }
}
