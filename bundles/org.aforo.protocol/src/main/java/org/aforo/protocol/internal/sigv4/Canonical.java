package org.aforo.protocol.internal.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.aforo.protocol.internal.wire.Parameters;

/**
 * The canonical form of a request, which is what is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">SigV4</a>
 */
public final class Canonical {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX = "0123456789ABCDEF";

    private Canonical() {
    }

    /**
     * @param path    as sent, undecoded
     * @param query   as sent, undecoded
     * @param headers by lower-case name
     * @param signed  names of the signed headers, lower-case
     * @param hash    of the body, or the word in its place
     * @param s3      whether paths are taken as they are, which is S3's way
     */
    public static String request(String method, String path, String query, Map<String, List<String>> headers,
            List<String> signed, String hash, boolean s3) {
        StringBuilder text = new StringBuilder(512);
        text.append(method).append('\n').append(path(path, s3)).append('\n').append(query(query)).append('\n');
        List<String> names = List.copyOf(new TreeSet<>(signed));
        for (String name : names) {
            text.append(name).append(':').append(values(headers.getOrDefault(name, List.of()))).append('\n');
        }
        return text.append('\n').append(String.join(";", names)).append('\n').append(hash).toString();
    }

    private static String values(List<String> values) {
        return values.stream().map(v -> v.strip().replaceAll("\\s+", " ")).collect(Collectors.joining(","));
    }

    private static String path(String path, boolean s3) {
        if (s3) {
            return encode(Parameters.decode(path, false), true);
        }
        return encode(normal(path), true);
    }

    /** Without empty and dot segments. */
    private static String normal(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String slash = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
        return '/' + String.join("/", segments) + slash;
    }

    private static String query(String query) {
        List<String> pairs = new ArrayList<>();
        Parameters.parse(query.replace("+", "%20")).forEach((name, values) -> {
            if (!name.equals("X-Amz-Signature")) {
                values.forEach(v -> pairs.add(encode(name, false) + '=' + encode(v, false)));
            }
        });
        // names before values: an equals sign sorts after some characters that names may have
        pairs.sort((a, b) -> a.replace('=', '\u0000').compareTo(b.replace('=', '\u0000')));
        return String.join("&", pairs);
    }

    /** Percent-encodes everything but unreserved characters, and slashes if {@code slashes} stay. */
    public static String encode(String text, boolean slashes) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0 || slashes && b == '/') {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return out.toString();
    }
}
