package org.aforo.protocol.internal.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.internal.wire.Parameters;
import org.aforo.protocol.internal.wire.Scope;

/**
 * A request's signature, as sent.
 *
 * @param headers   names of the signed headers
 * @param timestamp {@code yyyyMMdd'T'HHmmss'Z'}
 * @param expires   seconds that a presigned URL is good for, or -1
 */
record Signed(Scope scope, List<String> headers, String signature, String timestamp, long expires) {

    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Reads a signature.
     *
     * @return null for an unsigned request
     * @throws AwsError when parts of it are missing
     */
    static Signed of(WireRequest request) {
        String authorization = request.header("authorization");
        if (authorization != null) {
            return ofHeader(request, authorization);
        }
        return request.rawQuery().contains("X-Amz-Algorithm=") ? ofQuery(Parameters.parse(request.rawQuery())) : null;
    }

    private static Signed ofHeader(WireRequest request, String authorization) {
        if (!authorization.startsWith(SigningKey.ALGORITHM)) {
            throw AwsError.client("IncompleteSignatureException", "Unsupported AWS 'algorithm'");
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : authorization.substring(SigningKey.ALGORITHM.length()).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        String date = request.header("x-amz-date");
        StringBuilder missing = new StringBuilder();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                missing.append("Authorization header requires '").append(name).append("' parameter. ");
            }
        }
        if (date == null) {
            missing.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw AwsError.client("IncompleteSignatureException", missing.toString().strip());
        }
        return new Signed(scope(parts.get("Credential")), names(parts.get("SignedHeaders")), parts.get("Signature"),
                date, -1);
    }

    private static Signed ofQuery(Map<String, List<String>> query) {
        StringBuilder missing = new StringBuilder();
        for (String name : List.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders",
                "X-Amz-Date")) {
            if (!query.containsKey(name)) {
                missing.append("AWS query-string parameters must include '").append(name).append("'. ");
            }
        }
        if (!missing.isEmpty()) {
            throw AwsError.client("IncompleteSignatureException",
                    missing + "Re-examine the query-string parameters.");
        }
        return new Signed(scope(query.get("X-Amz-Credential").getFirst()),
                names(query.get("X-Amz-SignedHeaders").getFirst()), query.get("X-Amz-Signature").getFirst(),
                query.get("X-Amz-Date").getFirst(), expires(query.get("X-Amz-Expires")));
    }

    private static long expires(List<String> values) {
        try {
            return values == null ? 0 : Long.parseLong(values.getFirst());
        } catch (NumberFormatException e) {
            throw AwsError.client("AuthorizationQueryParametersError", "X-Amz-Expires should be a number");
        }
    }

    private static Scope scope(String credential) {
        Scope scope = Scope.parse(credential);
        if (scope == Scope.NONE) {
            throw AwsError.client("IncompleteSignatureException", "Credential must have exactly 5 slash-delimited "
                    + "elements, e.g. keyid/date/region/service/term");
        }
        return scope;
    }

    private static List<String> names(String signedHeaders) {
        return Arrays.stream(signedHeaders.split(";")).map(n -> n.toLowerCase(Locale.ROOT)).toList();
    }

    boolean presigned() {
        return expires >= 0;
    }

    Instant time() {
        try {
            return TIMESTAMP.parse(timestamp, Instant::from);
        } catch (DateTimeException e) {
            throw AwsError.client("IncompleteSignatureException", "Date must be in ISO-8601 'basic format'. Got '"
                    + timestamp + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }
}
