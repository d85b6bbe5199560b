package org.aforo.gateway.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;

/**
 * A body that goes out piece by piece while it is made, each as soon as it is there. In HTTP/1.1 the chunks are framed
 * here: Jetty ends one only when the next begins, so that clients that take whole chunks alone (boto3's) would always
 * be a piece behind. For one thread.
 */
final class LiveBody {

    private static final byte[] CRLF = {'\r', '\n'};

    private final Response response;
    /** Where chunks are written; null where Jetty frames the pieces. */
    private final EndPoint chunks;

    private LiveBody(Response response, EndPoint chunks) {
        this.response = response;
        this.chunks = chunks;
    }

    /** Sends the head. */
    static LiveBody begin(Request request, Response response) throws IOException {
        if (!chunked(request, response)) {
            return new LiveBody(response, null);
        }
        Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
        return new LiveBody(response, request.getConnectionMetaData().getConnection().getEndPoint());
    }

    /** Has the body sent in chunks where HTTP has them, so that its end is seen from its being broken off. */
    static boolean chunked(Request request, Response response) {
        if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
            return false;
        }
        // told, or Jetty would end the body by closing where the client doesn't want the connection any longer
        response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED);
        return true;
    }

    /** Sends a piece; waits while the client doesn't read. */
    void write(ByteBuffer piece) throws IOException {
        if (chunks == null) {
            Content.Sink.write(response, false, piece);
        } else if (piece.hasRemaining()) {
            byte[] length = (Integer.toHexString(piece.remaining()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try (Blocker.Callback done = Blocker.callback()) {
                chunks.write(done, ByteBuffer.wrap(length), piece, ByteBuffer.wrap(CRLF));
                done.block();
            }
        }
    }

    /** Ends the body; the connection can go on. */
    void end() throws IOException {
        Content.Sink.write(response, true, null);
    }
}
