package org.aforo.gateway.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * A large body that is made while it is sent: what is made is gathered outside the heap, so that nothing is copied on the
 * way to the socket, and sent when there is enough of it. The head goes with the first piece, the body's end with the
 * last. For one thread.
 */
final class GatheredBody implements AutoCloseable {

    /** Large enough that a client that keeps up seldom lets a piece wait; the largest that the server's pool keeps. */
    static final int PIECE = 256 << 10;

    private final Response response;
    private final RetainableByteBuffer held;
    private final ByteBuffer piece;

    private GatheredBody(Response response, RetainableByteBuffer held) {
        this.response = response;
        this.held = held;
        this.piece = held.getByteBuffer().duplicate().clear();
    }

    static GatheredBody begin(Request request, Response response) {
        LiveBody.chunked(request, response);
        ByteBufferPool pool = request.getComponents().getByteBufferPool();
        return new GatheredBody(response, pool.acquire(PIECE, true));
    }

    /** Takes bytes; waits while the client doesn't read. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.remaining() > piece.remaining()) {
            int end = bytes.limit();
            piece.put(bytes.limit(bytes.position() + piece.remaining()));
            bytes.limit(end);
            send(false);
        }
        piece.put(bytes);
    }

    private void send(boolean last) throws IOException {
        Content.Sink.write(response, last, piece.flip());
        piece.clear();
    }

    /** Sends what is left, and ends the body; the connection can go on. */
    void end() throws IOException {
        send(true);
    }

    /** Ends nothing: a body that failed half way is broken off by who answers. */
    @Override
    public void close() {
        held.release();
    }
}
