package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;

/**
 * Verifies the signatures of requests, in strict mode.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">AWS's errors</a>
 */
public final class Verifier {

    /** A session's token is its bearer's alone; errors end up in logs. */
    private static final Pattern TOKEN = Pattern.compile("(?i)(x-amz-security-token[:=])[^&\\n]*");

    private final Function<String, Optional<String>> secrets;
    private final InstantSource clock;

    /**
     * @param secrets gives an access key's secret
     * @param clock   the real time, by which clients sign
     */
    Verifier(Function<String, Optional<String>> secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A verifier by the real time: the one place of the protocols that doesn't go by the bench clock, since a bench
     * whose time is scaled or stepped would refuse every signature of an unmodified client as skewed.
     */
    public static Verifier of(Function<String, Optional<String>> secrets) {
        return new Verifier(secrets, InstantSource.system());
    }

    /**
     * Verifies a request, and has its body verified as it is read.
     *
     * @throws AwsError when it isn't signed as it should be
     */
    public void verify(Incoming in, ServiceModel model) throws IOException {
        Wording wording = Wording.of(model, in.mediaType());
        Signed signed = wording.read(fields(in, wording), model.signingName());
        wording.covered(signed, in);
        wording.current(signed, clock.instant());
        String accessKey = signed.scope().accessKey();
        String secret = secrets.apply(accessKey).orElseThrow(() -> wording.unknownKey(accessKey));
        SigningKey key = SigningKey.of(secret, signed.scope());
        String hash = wording.hash(signed, in);
        WireRequest request = in.request();
        boolean s3 = wording instanceof S3Wording;
        String canonical = Canonical.request(request.method(), request.rawPath(), request.rawQuery(),
                request.headers(), signed.headers(), hash, s3);
        if (!Hashes.same(key.sign(signed.timestamp(), canonical), signed.signature())) {
            throw wording.mismatch(signed, TOKEN.matcher(canonical).replaceAll("$1***"),
                    key.toSign(signed.timestamp(), canonical));
        }
        if (s3) {
            in.view(view(request, signed, key, hash));
        }
    }

    private static Fields fields(Incoming in, Wording wording) {
        String authorization = in.header("authorization");
        boolean query = in.request().rawQuery().contains("X-Amz-")
                && (in.query().containsKey("X-Amz-Algorithm") || in.query().containsKey("X-Amz-Signature"));
        if (query && authorization != null) {
            throw wording.twice();
        }
        if (query) {
            return Fields.ofQuery(in.query());
        }
        if (authorization == null) {
            throw wording.unsigned(in);
        }
        return Fields.ofHeader(in.request(), authorization);
    }

    private static WireRequest view(WireRequest request, Signed signed, SigningKey key, String hash) {
        WireRequest whole = S3Wording.isHash(hash) ? new HashedRequest(request, hash) : request;
        if (!ChunkedRequest.isChunked(request)) {
            return whole;
        }
        boolean chunksSigned = hash.startsWith("STREAMING-" + SigningKey.ALGORITHM);
        return new ChunkedRequest(whole,
                chunksSigned ? new ChunkSignatures(key, signed.timestamp(), signed.signature()) : null);
    }
}
