package org.aforo.protocol.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/** Decodes query strings, forms and path segments. */
public final class Parameters {

    private static final int MOST = 10_000;

    private Parameters() {
    }

    /** Names and values in order, decoded; a name without an equals sign has an empty value. */
    public static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('&', at);
            end = end < 0 ? text.length() : end;
            if (end > at) {
                add(all, text.substring(at, end));
            }
            at = end + 1;
        }
        return all;
    }

    /**
     * The same of a form, which unlike a URL may be of any size.
     *
     * @throws AwsError when there are too many
     */
    public static Map<String, List<String>> form(String text) {
        if (text.chars().filter(c -> c == '&').count() >= MOST) {
            throw AwsError.client("MalformedQueryString", "The query string contains too many parameters.");
        }
        return parse(text);
    }

    private static void add(Map<String, List<String>> all, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
        all.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }

    /**
     * Decodes percent escapes; what isn't a valid escape stays as it is.
     *
     * @param plus whether a plus sign is a space
     */
    public static String decode(String text, boolean plus) {
        if (text.indexOf('%') < 0 && (!plus || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                out[n++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[n++] = plus && in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        return new String(out, 0, n, StandardCharsets.UTF_8);
    }
}
