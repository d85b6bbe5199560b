package org.aforo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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

    /**
     * {@code /echo} answers with the body, {@code /bytes/N} with as many bytes, other paths with two: {@code /file} when
     * the body is in a file.
     */
    private static final class Bare extends Handler.Abstract {

        /** What is written, outside the heap: nothing has to be copied to get there. */
        private static final ByteBuffer BYTES = ByteBuffer.allocateDirect(64 << 20);
        private static final String COUNTED = "/bytes/";
        private static final String FILED = "/file";

        private final FileChannel file = scratch();

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
                take(request, path.startsWith(FILED));
                answer = ByteBuffer.wrap(new byte[] {'{', '}'});
            }
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.remaining());
            response.write(true, answer, callback);
            return true;
        }

        private void take(Request request, boolean keep) throws IOException {
            if (keep) {
                append(Content.Source.asByteBuffer(request));
            } else {
                discard(request);
            }
        }

        private static void discard(Request request) throws IOException {
            Content.Source.consumeAll(request);
        }

        private synchronized void append(ByteBuffer body) throws IOException {
            while (body.hasRemaining()) {
                file.write(body);
            }
        }

        private static FileChannel scratch() {
            try {
                Path path = Files.createTempFile("aforo-bench-bare", ".data");
                return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
