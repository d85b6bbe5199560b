package org.aforo.protocol.internal.sigv4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.WireRequest;

/**
 * What a request says of its signature, in its Authorization header or its query; what it doesn't say is null.
 *
 * @param header    the whole Authorization header; null for presigned requests
 * @param headers   names of the signed headers, between semicolons
 * @param timestamp {@code yyyyMMdd'T'HHmmss'Z'}, unless it is something else
 * @param expires   seconds that a presigned request is good for
 * @param odd       a part of the header that isn't a key and a value
 */
record Fields(String header, String algorithm, String credential, String headers, String signature,
        String timestamp, String expires, String odd) {

    boolean presigned() {
        return header == null;
    }

    static Fields ofHeader(WireRequest request, String authorization) {
        String text = authorization.strip();
        int space = text.indexOf(' ');
        Map<String, String> parts = new HashMap<>();
        String odd = null;
        for (String part : space < 0 ? new String[0] : text.substring(space).split(",")) {
            String pair = part.strip();
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parts.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (!pair.isEmpty() && odd == null) {
                odd = pair;
            }
        }
        return new Fields(authorization, space < 0 ? text : text.substring(0, space), parts.get("Credential"),
                parts.get("SignedHeaders"), parts.get("Signature"), timestamp(request), null, odd);
    }

    private static String timestamp(WireRequest request) {
        String amazon = request.header("x-amz-date");
        String date = amazon == null ? request.header("date") : null;
        if (date == null) {
            return amazon;
        }
        String basic = Timestamp.ofDate(date);
        return basic == null ? date : basic;
    }

    static Fields ofQuery(Map<String, List<String>> query) {
        return new Fields(null, first(query, "X-Amz-Algorithm"), first(query, "X-Amz-Credential"),
                first(query, "X-Amz-SignedHeaders"), first(query, "X-Amz-Signature"), first(query, "X-Amz-Date"),
                first(query, "X-Amz-Expires"), null);
    }

    private static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.getFirst();
    }
}
