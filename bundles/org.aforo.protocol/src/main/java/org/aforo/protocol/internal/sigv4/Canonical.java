package org.aforo.protocol.internal.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical form of a request, which is what is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">SigV4</a>
 */
public final class Canonical {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Canonical() {
    }

    private record Pair(String name, String value) {
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
        return values.stream().map(v -> BLANKS.matcher(v.strip()).replaceAll(" ")).collect(Collectors.joining(","));
    }

    /** S3's is encoded once; all others' is made normal and then encoded on top of how it was sent. */
    private static String path(String path, boolean s3) {
        return s3 ? escapes(path, true, false) : encode(normal(path), true);
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
        List<Pair> pairs = new ArrayList<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            String name = escapes(equals < 0 ? part : part.substring(0, equals), false, true);
            if (!part.isEmpty() && !name.equals("X-Amz-Signature")) {
                pairs.add(new Pair(name, equals < 0 ? "" : escapes(part.substring(equals + 1), false, true)));
            }
        }
        pairs.sort(Comparator.comparing(Pair::name).thenComparing(Pair::value));
        return pairs.stream().map(p -> p.name + '=' + p.value).collect(Collectors.joining("&"));
    }

    /** Percent-encodes everything but unreserved characters, and slashes if {@code slashes} stay. */
    public static String encode(String text, boolean slashes) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(out, b, slashes);
        }
        return out.toString();
    }

    /** The one way to write a text that may have been escaped in several, by byte so that nothing is lost. */
    private static String escapes(String sent, boolean slashes, boolean plus) {
        byte[] in = sent.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(in.length + 16);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                put(out, (byte) (high << 4 | low), false);
                i += 2;
            } else {
                put(out, plus && in[i] == '+' ? (byte) ' ' : in[i], slashes);
            }
        }
        return out.toString();
    }

    private static void put(StringBuilder out, byte b, boolean slashes) {
        if (UNRESERVED.indexOf(b) >= 0 || slashes && b == '/') {
            out.append((char) b);
        } else {
            out.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
        }
    }
}
