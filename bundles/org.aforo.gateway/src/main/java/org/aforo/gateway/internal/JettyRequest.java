package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A Jetty request, as the protocols see it. A body held whole is read into one array of its exact size. */
final class JettyRequest implements WireRequest {

    private static final int FIRST_GUESS = 16 << 10;

    private final Request request;
    private final Limits limits;
    private final BodyBudget budget;
    private int taken;
    private int body;
    private Map<String, List<String>> headers;

    JettyRequest(Request request, Limits limits, BodyBudget budget) {
        this.request = request;
        this.limits = limits;
        this.budget = budget;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public String remote() {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress client
                ? client.getAddress().getHostAddress()
                : null;
    }

    @Override
    public String rawPath() {
        String path = request.getHttpURI().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public String rawQuery() {
        String query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    @Override
    public String header(String name) {
        String value = request.getHeaders().get(name);
        return value == null && name.equalsIgnoreCase("host") ? request.getHttpURI().getAuthority() : value;
    }

    @Override
    public Map<String, List<String>> headers() {
        if (headers == null) {
            Map<String, List<String>> all = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                all.computeIfAbsent(field.getLowerCaseName(), n -> new ArrayList<>(1)).add(field.getValue());
            }
            // HTTP/2 sends it as :authority; signatures are computed over host
            String authority = request.getHttpURI().getAuthority();
            if (authority != null) {
                all.computeIfAbsent("host", n -> List.of(authority));
            }
            headers = all;
        }
        return headers;
    }

    @Override
    public ByteBuffer body(long limit) throws IOException {
        long max = Math.min(limit, limits.bufferedBytes());
        long length = request.getLength();
        if (length > max) {
            throw tooLarge();
        }
        long deadline = System.nanoTime() + limits.requestTime().toNanos();
        return length >= 0 ? exact((int) length, deadline) : unknown((int) max, deadline);
    }

    private ByteBuffer exact(int length, long deadline) throws IOException {
        holdBody(length);
        byte[] bytes = new byte[length];
        int at = 0;
        BodyReader reader = new BodyReader(request);
        while (at < length) {
            Content.Chunk chunk = reader.next(deadline);
            int n = chunk.remaining();
            if (n > 0) {
                chunk.getByteBuffer().get(bytes, at, n);
                at += n;
            }
            chunk.release();
            if (chunk.isLast()) {
                break;
            }
        }
        return ByteBuffer.wrap(bytes, 0, at);
    }

    private ByteBuffer unknown(int max, long deadline) throws IOException {
        byte[] bytes = new byte[Math.min(max, FIRST_GUESS)];
        int at = 0;
        BodyReader reader = new BodyReader(request);
        while (true) {
            Content.Chunk chunk = reader.next(deadline);
            int n = chunk.remaining();
            if (n > max - at) {
                chunk.release();
                throw tooLarge();
            }
            if (at + n > bytes.length) {
                int size = (int) Math.min(max, Math.max(at + n, 2L * bytes.length));
                holdBody(size);
                bytes = Arrays.copyOf(bytes, size);
            }
            if (n > 0) {
                chunk.getByteBuffer().get(bytes, at, n);
                at += n;
            }
            chunk.release();
            if (chunk.isLast()) {
                return ByteBuffer.wrap(bytes, 0, at);
            }
        }
    }

    @Override
    public void hold(long bytes) throws IOException {
        reserve(body + bytes);
    }

    private void holdBody(int bytes) throws IOException {
        body = bytes;
        reserve(bytes);
    }

    /** Gives back what is held before it waits for more, so that no two wait for each other. */
    private void reserve(long bytes) throws IOException {
        release();
        try {
            taken = budget.take(bytes, limits.requestTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for room");
        }
    }

    /** Gives the body's share of the budget back. */
    void release() {
        budget.release(taken);
        taken = 0;
    }

    private static AwsError tooLarge() {
        return new AwsError("RequestEntityTooLargeException", 413, "Request entity too large");
    }

    @Override
    public Payload payload() {
        return new Payload() {
            @Override
            public long length() {
                return request.getLength();
            }

            @Override
            public InputStream stream() {
                if (length() > limits.streamedBytes()) {
                    throw BodyStream.tooLarge();
                }
                return new BodyStream(new BodyReader(request), limits.idle(), limits.streamedBytes());
            }

            @Override
            public Map<String, String> trailers() {
                HttpFields sent = request.getTrailers();
                Map<String, String> trailers = new LinkedHashMap<>();
                if (sent != null) {
                    sent.forEach(f -> trailers.put(f.getName().toLowerCase(Locale.ROOT), f.getValue()));
                }
                return trailers;
            }
        };
    }
}
