package org.aforo.protocol;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.aforo.protocol.internal.sigv4.Canonical;
import org.aforo.protocol.internal.sigv4.Hashes;
import org.aforo.protocol.internal.sigv4.SigningKey;
import org.aforo.protocol.internal.sigv4.Timestamp;
import org.aforo.protocol.internal.wire.Scope;

/**
 * Signs requests by AWS's Signature Version 4, for clients of our own. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature Version 4</a>
 */
public final class SigV4 {

    /** In place of a body's hash where the body isn't signed; S3 only. */
    public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private static final String CONTENT_HASH = "x-amz-content-sha256";

    private final Credentials credentials;
    private final String region;
    private final String service;
    private volatile SigningKey key;

    /**
     * Whose signature it is.
     *
     * @param token of a session, or null
     */
    public record Credentials(String accessKey, String secret, String token) {

        public Credentials(String accessKey, String secret) {
            this(accessKey, secret, null);
        }

        @Override
        public String toString() {
            return "Credentials[" + accessKey + ']';
        }
    }

    /**
     * @param service signing name: {@code kinesis}, {@code s3}
     */
    public SigV4(Credentials credentials, String region, String service) {
        this.credentials = credentials;
        this.region = region;
        this.service = service;
    }

    /** The hash of a body, in lower-case hexadecimal. */
    public static String hash(byte[] body) {
        return Hashes.sha256(ByteBuffer.wrap(body));
    }

    /**
     * Signs a request by its headers.
     *
     * @param uri     the whole URI, encoded as it will be sent
     * @param headers that will be sent and are to be signed; {@code host} is signed even if it isn't among them
     * @param hash    the body's {@link #hash}, or {@link #UNSIGNED_PAYLOAD}
     * @param time    now, by the clock that the server goes by
     * @return the headers to add, in lower case; {@code host} isn't among them
     */
    public Map<String, String> sign(String method, URI uri, Map<String, String> headers, String hash, Instant time) {
        String timestamp = Timestamp.text(time);
        Map<String, String> added = new TreeMap<>();
        added.put("x-amz-date", timestamp);
        if (isS3()) {
            added.put(CONTENT_HASH, hash);
        }
        if (credentials.token != null) {
            added.put("x-amz-security-token", credentials.token);
        }
        Map<String, String> all = signed(uri, headers);
        all.putAll(added);
        String signature = signature(method, uri, query(uri), all, hash, timestamp);
        added.put("authorization", SigningKey.ALGORITHM + " Credential=" + credential(timestamp) + ", SignedHeaders="
                + String.join(";", all.keySet()) + ", Signature=" + signature);
        return added;
    }

    /**
     * Makes a URL that anybody may use until it expires.
     *
     * @param headers that will have to be sent besides {@code host}
     * @param expires at most a week
     */
    public URI presign(String method, URI uri, Map<String, String> headers, Duration expires, Instant time) {
        String timestamp = Timestamp.text(time);
        Map<String, String> all = signed(uri, headers);
        StringBuilder query = new StringBuilder(query(uri));
        query.append(query.isEmpty() ? "" : "&").append("X-Amz-Algorithm=").append(SigningKey.ALGORITHM)
                .append("&X-Amz-Credential=").append(Canonical.encode(credential(timestamp), false))
                .append("&X-Amz-Date=").append(timestamp).append("&X-Amz-Expires=").append(expires.toSeconds())
                .append("&X-Amz-SignedHeaders=").append(Canonical.encode(String.join(";", all.keySet()), false));
        if (credentials.token != null) {
            query.append("&X-Amz-Security-Token=").append(Canonical.encode(credentials.token, false));
        }
        String signature = signature(method, uri, query.toString(), all, isS3() ? UNSIGNED_PAYLOAD : Hashes.EMPTY,
                timestamp);
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path(uri) + '?' + query
                + "&X-Amz-Signature=" + signature);
    }

    private String signature(String method, URI uri, String query, Map<String, String> headers, String hash,
            String timestamp) {
        Map<String, List<String>> lists = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        String canonical = Canonical.request(method, path(uri), query, lists, List.copyOf(headers.keySet()), hash,
                isS3());
        return key(timestamp).sign(timestamp, canonical);
    }

    private static Map<String, String> signed(URI uri, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        all.putIfAbsent("host", host(uri));
        return all;
    }

    /** As clients send it: without the scheme's own port. */
    private static String host(URI uri) {
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
        return usual ? uri.getHost() : uri.getHost() + ':' + uri.getPort();
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    private boolean isS3() {
        return service.equals("s3");
    }

    /** The day's key; kept, since it takes as long as all the rest. */
    private SigningKey key(String timestamp) {
        SigningKey last = key;
        String date = timestamp.substring(0, 8);
        if (last == null || !last.scope().startsWith(date)) {
            last = SigningKey.of(credentials.secret, new Scope(credentials.accessKey, date, region, service));
            key = last;
        }
        return last;
    }

    private String credential(String timestamp) {
        return credentials.accessKey + '/' + timestamp.substring(0, 8) + '/' + region + '/' + service
                + "/aws4_request";
    }

    @Override
    public String toString() {
        return "SigV4[" + credentials.accessKey + '/' + region + '/' + service + ']';
    }
}
