package org.aforo.protocol.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils requests at random: bytes of the body, headers, path, query and method. The same for the same seed. */
public final class Mutations {

    private static final List<String> TOKENS = List.of("{", "}", "[", "]", "\"", ",", ":", "null", "true", "-0",
            "1e999",
            "-1e-999", "NaN", "\"Infinity\"", "9".repeat(400), "0.1", "\\u0000", "\\ud800", "\\", "\u0000", "\u00ff",
            "[".repeat(5_000), "{\"a\":".repeat(5_000), "a".repeat(10_000), "=", "====", "<", ">", "&lt;", "&x;", "/>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<![CDATA[", "]]>", "<a>".repeat(3_000), "<?xml version='9'?>", "%",
            "%zz", "%00", "+", "..", "//", "?", "&", "#", ";", "\r\n", "0", "-1", "ffffffffffffffffff",
            "99999999999999999999", "2024-13-45T99:99:99Z", "Thu, 32 Foo 2024", "\ud83d\ude00");
    private static final List<String> TYPES = List.of("application/x-amz-json-1.0", "application/x-amz-json-1.1",
            "application/x-amz-cbor-1.1", "application/cbor", "application/json", "application/xml", "text/plain", "",
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ";;", "a/b;charset=nonsense");
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "HEAD", "PATCH", "OPTIONS");
    private static final List<String> HEADERS = List.of("x-amz-target", "authorization", "content-type", "x-amz-date",
            "content-encoding", "x-amz-decoded-content-length", "x-amz-content-sha256", "range", "smithy-protocol",
            "if-modified-since", "content-md5", "x-amz-checksum-crc32", "x-amz-sdk-checksum-algorithm", "x-amz-trailer",
            "x-amz-copy-source", "x-amz-meta-a", "expires", "content-length", "host");
    private static final List<String> VALUES = List.of("", "aws-chunked", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "CRC32", "AWS4-HMAC-SHA256 Credential=/////, SignedHeaders=;",
            "rpc-v2-cbor", "bytes=9-1");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    public FakeRequest of(FakeRequest request) {
        FakeRequest spoiled = request;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            spoiled = once(spoiled);
        }
        return spoiled;
    }

    private FakeRequest once(FakeRequest request) {
        return switch (random.nextInt(14)) {
            case 0 -> request.with(any(HEADERS), random.nextBoolean() ? any(VALUES) : any(TOKENS));
            case 1 -> request.with("content-type", any(TYPES));
            case 2 -> header(request);
            case 3 -> request.withMethod(any(METHODS));
            case 4 -> request.withPath('/' + text(request.rawPath()));
            case 5, 6 -> request.withQuery(text(request.rawQuery()));
            default -> request.withBody(bytes(request.bytes()));
        };
    }

    private FakeRequest header(FakeRequest request) {
        if (request.headers().isEmpty()) {
            return request;
        }
        String name = any(new ArrayList<>(request.headers().keySet()));
        return random.nextInt(3) == 0 ? request.without(name) : request.with(name, text(request.header(name)));
    }

    private String text(String text) {
        return new String(bytes(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private byte[] bytes(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, from);
            case 1 -> spliced(bytes, from, to, new byte[0]);
            case 2 -> spliced(bytes, from, from, any(TOKENS).getBytes(StandardCharsets.UTF_8));
            case 3 -> spliced(bytes, from, to, any(TOKENS).getBytes(StandardCharsets.UTF_8));
            case 4 -> spliced(bytes, from, bytes.length, new byte[0]);
            default -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        if (at < other.length) {
            other[at] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + middle.length);
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
