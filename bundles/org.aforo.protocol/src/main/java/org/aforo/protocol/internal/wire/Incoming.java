package org.aforo.protocol.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.internal.sigv4.ChunkedRequest;

/** A request on its way in: what has been found out about it so far. For one thread. */
public final class Incoming implements Call.Wire {

    /** The largest body that is held whole: Kinesis's 10 MiB in Base64, and some room. */
    public static final long MAX_BODY = 16L << 20;

    private final String requestId;
    private final Scope scope;
    private WireRequest request;
    private Map<String, List<String>> query;
    private ByteBuffer sent;
    private ByteBuffer body;
    private Map<String, String> labels = Map.of();
    private String hostId;

    public Incoming(WireRequest request, String requestId) {
        this.request = request;
        this.requestId = requestId;
        this.scope = Scope.of(request);
    }

    public WireRequest request() {
        return request;
    }

    public String requestId() {
        return requestId;
    }

    /** {@code x-amz-id-2}, for the services that send one. */
    public String hostId() {
        if (hostId == null) {
            hostId = RequestIds.nextHostId();
        }
        return hostId;
    }

    public Scope scope() {
        return scope;
    }

    public String method() {
        return request.method();
    }

    @Override
    public String header(String name) {
        return request.header(name);
    }

    @Override
    public String remote() {
        return request.remote();
    }

    /** Where the client reached the bench, {@code http://localhost:4566}; empty when it didn't tell. */
    public String endpoint() {
        String host = request.header("host");
        return host == null ? "" : (request.secure() ? "https://" : "http://") + host;
    }

    /** The content type without its parameters, in lower case; empty when there is none. */
    public String mediaType() {
        String type = request.header("content-type");
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    /** Decoded query parameters. */
    public Map<String, List<String>> query() {
        if (query == null) {
            query = Parameters.parse(request.rawQuery());
        }
        return query;
    }

    /** The first value of a query parameter, or null. */
    public String parameter(String name) {
        List<String> values = query().get(name);
        return values == null ? null : values.getFirst();
    }

    /** Values of the path's labels, decoded. */
    public Map<String, String> labels() {
        return labels;
    }

    public void labels(Map<String, String> values) {
        labels = values;
    }

    /** What was sent after the whole body, or null. */
    public String trailer(String name) throws IOException {
        sent();
        return request instanceof ChunkedRequest chunked ? chunked.trailers().get(name) : null;
    }

    /** From now on {@code view} is the request: its body taken out of chunks, or verified as it is read. */
    public void view(WireRequest view) {
        request = view;
    }

    /** The whole body as it was sent, read once, without chunk signatures; has an array. What hashes are taken of. */
    public ByteBuffer sent() throws IOException {
        if (sent == null) {
            sent = request.body(MAX_BODY);
        }
        return sent;
    }

    /** The whole body, read once, without chunk signatures and decompressed; has an array. */
    public ByteBuffer body() throws IOException {
        if (body == null) {
            body = Gzip.isNamed(request) ? Gzip.opened(sent(), MAX_BODY, request) : sent();
        }
        return body;
    }

    /** The whole body as text. */
    public String text() throws IOException {
        ByteBuffer bytes = body();
        return new String(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(),
                StandardCharsets.UTF_8);
    }

    /** The body unread, without chunk signatures, as it was sent: its encoding is the object's. */
    public Payload payload() {
        if (sent == null) {
            return request.payload();
        }
        byte[] bytes = new byte[sent.remaining()];
        sent.get(sent.position(), bytes);
        return Payload.of(bytes);
    }
}
