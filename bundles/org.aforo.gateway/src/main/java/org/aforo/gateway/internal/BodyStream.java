package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.aforo.api.endpoint.AwsError;
import org.eclipse.jetty.io.Content;

/** A request's body as a stream: holds one chunk at most. */
final class BodyStream extends InputStream {

    private final BodyReader reader;
    private final Duration idle;
    private final long limit;
    private Content.Chunk chunk;
    private long seen;
    private boolean ended;

    BodyStream(BodyReader reader, Duration idle, long limit) {
        this.reader = reader;
        this.idle = idle;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        ByteBuffer bytes = chunk.getByteBuffer();
        int n = Math.min(length, bytes.remaining());
        bytes.get(into, offset, n);
        if (!bytes.hasRemaining()) {
            drop();
        }
        return n;
    }

    private boolean fill() throws IOException {
        while (chunk == null && !ended) {
            Content.Chunk next = reader.next(System.nanoTime() + idle.toNanos());
            ended = next.isLast();
            seen += next.remaining();
            if (next.hasRemaining()) {
                chunk = next;
            } else {
                next.release();
            }
            if (seen > limit) {
                throw tooLarge();
            }
        }
        return chunk != null;
    }

    /** S3's wording. */
    static AwsError tooLarge() {
        return AwsError.client("EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.");
    }

    private void drop() {
        if (chunk != null) {
            chunk.release();
            chunk = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
