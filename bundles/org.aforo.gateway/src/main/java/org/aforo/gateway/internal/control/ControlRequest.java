package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.protocol.WireRequest;

/**
 * A request to the control API.
 *
 * @param wire   as it came
 * @param path   what stands in the path for its {@code {names}}
 * @param query  decoded; of a name that comes twice, the first
 */
record ControlRequest(WireRequest wire, Map<String, String> path, Map<String, String> query) {

    private static final long MAX_JSON = 16 << 20;

    static ControlRequest of(WireRequest wire, Map<String, String> path) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : wire.rawQuery().split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.putIfAbsent(decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new ControlRequest(wire, path, query);
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ControlException.bad("Bad percent-encoding: " + text);
        }
    }

    /** The body, read as a JSON object; an empty body is an empty object. */
    Fields json() throws IOException {
        ByteBuffer body = wire.body(MAX_JSON);
        return new Fields(body.hasRemaining() ? Json.object(body) : Map.of());
    }
}
