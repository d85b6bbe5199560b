package org.aforo.protocol.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireRequest;

/**
 * Bodies that clients compress, as those of operations that may be large.
 *
 * @see <a href="https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait">Request compression</a>
 */
final class Gzip {

    private static final int FIRST = 8 << 10;
    private static final int LIKELY = 4;

    private Gzip() {
    }

    static boolean isNamed(WireRequest request) {
        String encoding = request.header("content-encoding");
        return encoding != null && encoding.strip().equalsIgnoreCase("gzip");
    }

    /**
     * Decompresses a body, into an array that grows with what comes out: what a few bytes claim to be is never held.
     *
     * @throws AwsError when it isn't gzip, or larger than {@code limit}
     */
    static ByteBuffer opened(ByteBuffer sent, long limit, WireRequest request) throws IOException {
        if (!sent.hasRemaining()) {
            return sent;
        }
        try (InputStream in = new GZIPInputStream(
                new ByteArrayInputStream(sent.array(), sent.arrayOffset() + sent.position(), sent.remaining()))) {
            return read(in, limit, request, (int) Math.clamp((long) sent.remaining() * LIKELY, FIRST, limit));
        } catch (ZipException | EOFException e) {
            throw AwsError.client("SerializationException", "The request's body is not what its Content-Encoding says");
        }
    }

    private static ByteBuffer read(InputStream in, long limit, WireRequest request, int first) throws IOException {
        request.hold(first);
        byte[] bytes = new byte[first];
        int at = 0;
        for (int n = in.read(bytes, 0, first); n >= 0; n = in.read(bytes, at, bytes.length - at)) {
            at += n;
            if (at == bytes.length && at < limit) {
                int size = (int) Math.min(limit, 2L * at);
                request.hold((long) at + size);
                bytes = Arrays.copyOf(bytes, size);
            } else if (at == bytes.length) {
                return whole(in, bytes);
            }
        }
        return ByteBuffer.wrap(bytes, 0, at);
    }

    /** A body of just the limit. */
    private static ByteBuffer whole(InputStream in, byte[] bytes) throws IOException {
        if (in.read() >= 0) {
            throw new AwsError("RequestEntityTooLargeException", 413, "Request entity too large");
        }
        return ByteBuffer.wrap(bytes);
    }
}
