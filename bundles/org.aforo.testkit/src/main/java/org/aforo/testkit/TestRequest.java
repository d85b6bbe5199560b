package org.aforo.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireFeed;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;

/** A request made by hand, with no HTTP beneath it. Immutable. */
public record TestRequest(String method, String rawPath, String rawQuery, Map<String, List<String>> headers,
        byte[] bytes) implements WireRequest {

    /** A request without headers or body. */
    public static TestRequest of(String method, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return new TestRequest(method, mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark),
                mark < 0 ? "" : pathAndQuery.substring(mark + 1), Map.of("host", List.of("localhost:4566")),
                new byte[0]);
    }

    /**
     * A call in awsJson 1.1.
     *
     * @param target {@code Kinesis_20131202.PutRecord}
     */
    public static TestRequest json(String target, String body) {
        return of("POST", "/").header("Content-Type", "application/x-amz-json-1.1").header("X-Amz-Target", target)
                .body(body);
    }

    /** The same with a header. */
    public TestRequest header(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), List.of(value));
        return new TestRequest(method, rawPath, rawQuery, more, bytes);
    }

    /** The same with a body. */
    public TestRequest body(byte[] body) {
        return new TestRequest(method, rawPath, rawQuery, headers, body)
                .header("Content-Length", Integer.toString(body.length));
    }

    /** The same with a body, as UTF-8. */
    public TestRequest body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.getFirst();
    }

    @Override
    public ByteBuffer body(long limit) throws AwsError {
        if (bytes.length > limit) {
            throw new AwsError("RequestEntityTooLargeException", 413, "Request entity too large");
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public Payload payload() {
        return Payload.of(bytes);
    }

    /** An answer's body as text, streamed or not. */
    public static String text(WireResponse response) {
        return new String(bytes(response), StandardCharsets.UTF_8);
    }

    /** An answer's body, streamed or not. */
    public static byte[] bytes(WireResponse response) {
        if (response.stream() != null) {
            try (Payload payload = response.stream(); InputStream in = payload.stream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (response.feed() != null && !response.feed().lasting()) {
            return fed(response.feed());
        }
        byte[] bytes = new byte[response.body() == null ? 0 : response.body().remaining()];
        if (response.body() != null) {
            response.body().duplicate().get(bytes);
        }
        return bytes;
    }

    private static byte[] fed(WireFeed feed) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            feed.run(piece -> {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                all.write(bytes);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all.toByteArray();
    }
}
