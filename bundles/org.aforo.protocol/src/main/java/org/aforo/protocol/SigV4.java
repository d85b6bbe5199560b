package org.aforo.protocol;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.protocol.internal.sigv4.Canonical;
import org.aforo.protocol.internal.sigv4.Hashes;
import org.aforo.protocol.internal.sigv4.SigningKey;
import org.aforo.protocol.internal.wire.Scope;

/**
 * Signs requests by AWS's Signature Version 4, for clients of our own. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature Version 4</a>
 */
public final class SigV4 {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter
            .ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final String secret;
    private final String region;
    private final String service;

    /**
     * @param service signing name: {@code kinesis}, {@code s3}
     */
    public SigV4(String accessKey, String secret, String region, String service) {
        this.accessKey = accessKey;
        this.secret = secret;
        this.region = region;
        this.service = service;
    }

    /**
     * Signs a request.
     *
     * @param headers to be sent and signed; {@code host} is added if it isn't among them
     * @param time    the real time, or what the server takes for it
     * @return headers to be sent, in lower case, those given included
     */
    public Map<String, String> sign(String method, URI uri, Map<String, String> headers, byte[] body, Instant time) {
        String timestamp = TIMESTAMP.format(time);
        String hash = Hashes.sha256(ByteBuffer.wrap(body));
        Map<String, String> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        all.putIfAbsent("host", uri.getRawAuthority());
        all.put("x-amz-date", timestamp);
        if (service.equals("s3")) {
            all.put("x-amz-content-sha256", hash);
        }
        List<String> signed = List.copyOf(all.keySet());
        String signature = signature(method, uri, text(uri.getRawQuery()), all, signed, hash, timestamp);
        all.put("authorization", SigningKey.ALGORITHM + " Credential=" + credential(timestamp) + ", SignedHeaders="
                + String.join(";", signed) + ", Signature=" + signature);
        return all;
    }

    /** A URL that anybody may use until it expires. */
    public URI presign(String method, URI uri, Duration expires, Instant time) {
        String timestamp = TIMESTAMP.format(time);
        String query = text(uri.getRawQuery()) + (uri.getRawQuery() == null ? "" : "&")
                + "X-Amz-Algorithm=" + SigningKey.ALGORITHM + "&X-Amz-Credential="
                + Canonical.encode(credential(timestamp), false) + "&X-Amz-Date=" + timestamp + "&X-Amz-Expires="
                + expires.toSeconds() + "&X-Amz-SignedHeaders=host";
        String hash = service.equals("s3") ? "UNSIGNED-PAYLOAD" : Hashes.EMPTY;
        String signature = signature(method, uri, query, Map.of("host", uri.getRawAuthority()), List.of("host"), hash,
                timestamp);
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + '?' + query
                + "&X-Amz-Signature=" + signature);
    }

    private String signature(String method, URI uri, String query, Map<String, String> headers, List<String> signed,
            String hash, String timestamp) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String canonical = Canonical.request(method, path, query, lists, signed, hash, service.equals("s3"));
        return SigningKey.of(secret, scope(timestamp)).sign(timestamp, canonical);
    }

    private Scope scope(String timestamp) {
        return new Scope(accessKey, timestamp.substring(0, 8), region, service);
    }

    private String credential(String timestamp) {
        return accessKey + '/' + timestamp.substring(0, 8) + '/' + region + '/' + service + "/aws4_request";
    }

    private static String text(String query) {
        return query == null ? "" : query;
    }

    @Override
    public String toString() {
        return "SigV4[" + accessKey + '/' + region + '/' + service + ']';
    }
}
