package org.aforo.protocol.internal.sigv4;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;

/** A request in aws-chunked, as if it weren't: the body taken out of its chunks, the headers told accordingly. */
public final class ChunkedRequest extends Wrapped {

    private static final String CONTENT_SHA256 = "x-amz-content-sha256";
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final String CONTENT_LENGTH = "content-length";
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";
    private static final String CHUNKED = "aws-chunked";

    private final ChunkSignatures signatures;
    private Map<String, String> trailers = Map.of();

    /**
     * @param signatures null when they aren't to be checked
     */
    public ChunkedRequest(WireRequest request, ChunkSignatures signatures) {
        super(request);
        this.signatures = signatures;
    }

    /** Whether a request's body is in chunks. */
    public static boolean isChunked(WireRequest request) {
        String hash = request.header(CONTENT_SHA256);
        if (hash != null && hash.startsWith("STREAMING-")) {
            return true;
        }
        String encoding = request.header(CONTENT_ENCODING);
        return encoding != null && encoding.contains(CHUNKED) && request.header(DECODED_LENGTH) != null;
    }

    /** What came after a body that was read whole. */
    public Map<String, String> trailers() {
        return trailers;
    }

    private long length() {
        String length = request.header(DECODED_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            throw AwsError.client("InvalidArgument", "Invalid " + DECODED_LENGTH);
        }
    }

    @Override
    public ByteBuffer body(long limit) throws IOException {
        try (ChunkedStream stream = open(request.payload())) {
            byte[] bytes = stream.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw new AwsError("EntityTooLarge", 413, "Your proposed upload exceeds the maximum allowed size");
            }
            trailers = stream.trailers();
            return ByteBuffer.wrap(bytes);
        }
    }

    private ChunkedStream open(Payload payload) throws IOException {
        return new ChunkedStream(new BufferedInputStream(payload.stream(), 1 << 16), length(), signatures);
    }

    @Override
    public Payload payload() {
        Payload raw = request.payload();
        long length = length();
        return new Payload() {
            private ChunkedStream stream;

            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream stream() throws IOException {
                stream = open(raw);
                return stream;
            }

            @Override
            public Map<String, String> trailers() {
                return stream == null ? Map.of() : stream.trailers();
            }

            @Override
            public void close() throws IOException {
                raw.close();
            }
        };
    }

    @Override
    public String header(String name) {
        if (name.equalsIgnoreCase(CONTENT_ENCODING)) {
            return encoding(request.header(name));
        }
        String decoded = name.equalsIgnoreCase(CONTENT_LENGTH) ? request.header(DECODED_LENGTH) : null;
        return decoded == null ? request.header(name) : decoded;
    }

    /** What else it is encoded in, or null. */
    private static String encoding(String sent) {
        String rest = sent == null ? "" : Arrays.stream(sent.split(",")).map(String::strip)
                .filter(e -> !e.equals(CHUNKED)).collect(Collectors.joining(","));
        return rest.isEmpty() ? null : rest;
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> all = new LinkedHashMap<>(request.headers());
        all.computeIfPresent(CONTENT_ENCODING, (k, v) -> header(k) == null ? null : List.of(header(k)));
        all.computeIfPresent(CONTENT_LENGTH, (k, v) -> List.of(header(k)));
        return all;
    }
}
