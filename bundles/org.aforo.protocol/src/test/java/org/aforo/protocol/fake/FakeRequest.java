package org.aforo.protocol.fake;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.SigV4;
import org.aforo.protocol.WireRequest;

/** A request at hand; each change makes another. */
public record FakeRequest(String method, String rawPath, String rawQuery, Map<String, List<String>> headers,
        byte[] bytes) implements WireRequest {

    private static final String HOST = "localhost:4566";

    /** With a host and no other header. */
    public static FakeRequest of(String method, String pathAndQuery, String body) {
        return of(method, pathAndQuery, body.getBytes(StandardCharsets.UTF_8));
    }

    public static FakeRequest of(String method, String pathAndQuery, byte[] body) {
        int mark = pathAndQuery.indexOf('?');
        return new FakeRequest(method, mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark),
                mark < 0 ? "" : pathAndQuery.substring(mark + 1), Map.of("host", List.of(HOST)), body);
    }

    /** A call in AWS's JSON protocol. */
    public static FakeRequest json(String target, String body) {
        return of("POST", "/", body).with("content-type", "application/x-amz-json-1.1").with("x-amz-target", target);
    }

    public FakeRequest with(String header, String value) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.put(header.toLowerCase(Locale.ROOT), List.of(value));
        return new FakeRequest(method, rawPath, rawQuery, all, bytes);
    }

    public FakeRequest without(String header) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.remove(header);
        return new FakeRequest(method, rawPath, rawQuery, all, bytes);
    }

    public FakeRequest withMethod(String other) {
        return new FakeRequest(other, rawPath, rawQuery, headers, bytes);
    }

    public FakeRequest withPath(String other) {
        return new FakeRequest(method, other, rawQuery, headers, bytes);
    }

    public FakeRequest withQuery(String other) {
        return new FakeRequest(method, rawPath, other, headers, bytes);
    }

    public FakeRequest withBody(byte[] other) {
        return new FakeRequest(method, rawPath, rawQuery, headers, other);
    }

    /** Signed over all its headers and its body. */
    public FakeRequest signed(SigV4 signer, Instant time) {
        return signed(signer, SigV4.hash(bytes), time);
    }

    /** Signed over all its headers. */
    public FakeRequest signed(SigV4 signer, String hash, Instant time) {
        Map<String, String> plain = plainHeaders();
        FakeRequest signed = this;
        for (Map.Entry<String, String> added : signer.sign(method, uri(), plain, hash, time).entrySet()) {
            signed = signed.with(added.getKey(), added.getValue());
        }
        return signed;
    }

    /** Signed in its query over all its headers. */
    public FakeRequest presigned(SigV4 signer, Duration expires, Instant time) {
        return withQuery(signer.presign(method, uri(), plainHeaders(), expires, time).getRawQuery());
    }

    private URI uri() {
        return URI.create("http://" + HOST + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery));
    }

    private Map<String, String> plainHeaders() {
        Map<String, String> plain = new LinkedHashMap<>();
        headers.forEach((name, values) -> plain.put(name, String.join(",", values)));
        return plain;
    }

    @Override
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.getFirst();
    }

    @Override
    public ByteBuffer body(long limit) throws IOException {
        if (bytes.length > limit) {
            throw new AwsError("RequestEntityTooLarge", 413, "Too large");
        }
        return ByteBuffer.wrap(bytes.clone());
    }

    @Override
    public Payload payload() {
        return Payload.of(bytes);
    }
}
