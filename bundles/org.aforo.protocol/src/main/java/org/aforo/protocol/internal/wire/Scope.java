package org.aforo.protocol.internal.wire;

import java.util.List;
import java.util.Map;

import org.aforo.protocol.WireRequest;

/**
 * In whose name a request is made: the credential scope of its signature, unverified.
 *
 * @param accessKey empty for unsigned requests
 * @param date      {@code yyyyMMdd}
 * @param region    empty for unsigned requests
 * @param service   signing name; empty for unsigned requests
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">SigV4</a>
 */
public record Scope(String accessKey, String date, String region, String service) {

    public static final Scope NONE = new Scope("", "", "", "");

    private static final String CREDENTIAL = "Credential=";

    /** The scope of a request, from its Authorization header or its query. */
    public static Scope of(WireRequest request) {
        String header = request.header("authorization");
        if (header != null && header.startsWith("AWS4-")) {
            int at = header.indexOf(CREDENTIAL);
            if (at >= 0) {
                int end = header.indexOf(',', at);
                return parse(header.substring(at + CREDENTIAL.length(), end < 0 ? header.length() : end).trim());
            }
        }
        if (request.rawQuery().contains("X-Amz-Credential=")) {
            return ofQuery(Parameters.parse(request.rawQuery()));
        }
        return NONE;
    }

    private static Scope ofQuery(Map<String, List<String>> query) {
        List<String> credential = query.get("X-Amz-Credential");
        return credential == null ? NONE : parse(credential.getFirst());
    }

    /** Reads {@code KEY/yyyyMMdd/region/service/aws4_request}; {@link #NONE} when it is something else. */
    public static Scope parse(String credential) {
        String[] parts = credential.split("/", -1);
        int n = parts.length;
        if (n < 5 || !parts[n - 1].equals("aws4_request")) {
            return NONE;
        }
        String key = String.join("/", List.of(parts).subList(0, n - 4));
        return new Scope(key, parts[n - 4], parts[n - 3], parts[n - 2]);
    }
}
