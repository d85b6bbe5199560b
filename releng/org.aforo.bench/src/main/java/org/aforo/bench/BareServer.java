package org.aforo.bench;

import java.nio.ByteBuffer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The bare limit: the same HTTP server with a handler that only reads the body, and answers with bytes at hand. */
final class BareServer {

    private BareServer() {
    }

    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new VirtualThreadPool());
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new Bare());
        server.start();
        server.join();
    }

    /** {@code /echo} answers with the body, {@code /bytes/N} with as many bytes, other paths with two. */
    private static final class Bare extends Handler.Abstract {

        /** What is written, outside the heap: nothing has to be copied to get there. */
        private static final ByteBuffer BYTES = ByteBuffer.allocateDirect(64 << 20);
        private static final String COUNTED = "/bytes/";

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            ByteBuffer answer;
            String path = request.getHttpURI().getPath();
            if (path.startsWith("/echo")) {
                answer = Content.Source.asByteBuffer(request);
            } else if (path.startsWith(COUNTED)) {
                discard(request);
                answer = BYTES.slice(0, Integer.parseInt(path.substring(COUNTED.length())));
            } else {
                discard(request);
                answer = ByteBuffer.wrap(new byte[] {'{', '}'});
            }
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.remaining());
            response.write(true, answer, callback);
            return true;
        }

        private static void discard(Request request) throws java.io.IOException {
            Content.Source.consumeAll(request);
        }
    }
}
