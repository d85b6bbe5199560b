package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;

import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireFeed;
import org.aforo.protocol.WireResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** Sends answers: always with their length where it is known, files by way of direct buffers. */
final class JettyAnswer {

    private static final HttpField SERVER = new PreEncodedHttpField(HttpHeader.SERVER, "Aforo");
    private static final int CHUNK = 64 << 10;

    private JettyAnswer() {
    }

    /** Sends an answer; {@code callback} ends the exchange. */
    static void send(WireResponse answer, Request request, Response response, Callback callback) throws IOException {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(SERVER);
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            headers.put(header.getKey(), header.getValue());
        }
        if (answer.feed() != null) {
            feed(answer.feed(), request, response, callback);
        } else if (answer.stream() != null) {
            stream(answer.stream(), request, response, callback);
        } else {
            whole(answer.body(), headers, request, response, callback);
        }
    }

    /** Runs on the request's thread; an interrupt (the gateway closes) ends the body early, and properly. */
    private static void feed(WireFeed feed, Request request, Response response, Callback callback)
            throws IOException {
        if (feed.lasting()) {
            LiveBody body = LiveBody.begin(request, response);
            run(feed, body::write);
            body.end();
        } else {
            try (GatheredBody body = GatheredBody.begin(request, response)) {
                run(feed, body::write);
                body.end();
            }
        }
        callback.succeeded();
    }

    private static void run(WireFeed feed, WireFeed.Sink sink) throws IOException {
        try {
            feed.run(sink);
        } catch (InterruptedException closing) {
            Thread.interrupted();
        }
    }

    private static void whole(ByteBuffer body, HttpFields.Mutable headers, Request request, Response response,
            Callback callback) {
        int length = body == null ? 0 : body.remaining();
        boolean told = length == 0 && isHead(request) && headers.contains(HttpHeader.CONTENT_LENGTH);
        if (!told && response.getStatus() != 204 && response.getStatus() != 304) {
            headers.put(HttpHeader.CONTENT_LENGTH, length);
        }
        response.write(true, length == 0 ? null : body, callback);
    }

    private static boolean isHead(Request request) {
        return HttpMethod.HEAD.is(request.getMethod());
    }

    private static void stream(Payload payload, Request request, Response response, Callback callback)
            throws IOException {
        try (payload) {
            if (payload.length() >= 0) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, payload.length());
            }
            if (isHead(request)) {
                response.write(true, null, callback);
            } else if (payload.region() != null) {
                file(payload.region(), request, response, callback);
            } else {
                copy(payload, response);
                callback.succeeded();
            }
        }
    }

    private static void file(Payload.Region region, Request request, Response response, Callback callback)
            throws IOException {
        ByteBufferPool pool = request.getComponents().getByteBufferPool();
        ByteBufferPool.Sized direct = new ByteBufferPool.Sized(pool, true, CHUNK);
        try (Blocker.Callback done = Blocker.callback()) {
            Content.copy(Content.Source.from(direct, region.file(), region.offset(), region.length()), response, done);
            done.block();
        }
        callback.succeeded();
    }

    private static void copy(Payload payload, Response response) throws IOException {
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = payload.stream()) {
            int n = in.read(buffer);
            while (n >= 0) {
                Content.Sink.write(response, false, ByteBuffer.wrap(buffer, 0, n));
                n = in.read(buffer);
            }
        }
        Content.Sink.write(response, true, null);
    }
}
