package org.aforo.protocol.conformance;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;

/** A vector's request. */
record VectorRequest(String method, String uri, Map<String, List<String>> headers, byte[] bytes)
        implements
            WireRequest {

    static VectorRequest of(String method, String path, List<String> parameters, Map<String, String> headers,
            byte[] bytes) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String query = String.join("&", parameters);
        String glue = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
        return new VectorRequest(method, path + glue + query, all, bytes);
    }

    @Override
    public String rawPath() {
        return uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri;
    }

    @Override
    public String rawQuery() {
        return uri.contains("?") ? uri.substring(uri.indexOf('?') + 1) : "";
    }

    @Override
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.getFirst();
    }

    @Override
    public ByteBuffer body(long limit) {
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public Payload payload() {
        return Payload.of(bytes);
    }
}
