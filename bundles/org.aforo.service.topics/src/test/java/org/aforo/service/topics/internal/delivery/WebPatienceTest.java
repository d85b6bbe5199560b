package org.aforo.service.topics.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that take their time. */
class WebPatienceTest {

    /** An endpoint that answers as much as this, and leaves the connection open. */
    private record Slow(ServerSocket server, String answer) implements AutoCloseable {

        static Slow answering(String answer) throws IOException {
            Slow slow = new Slow(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), answer);
            Thread.ofVirtual().start(slow::serve);
            return slow;
        }

        private void serve() {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The test is over.
            }
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + '/');
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"})
    void whoDoesNotEndAnAnswerFails(String answer) throws Exception {
        try (Slow slow = Slow.answering(answer); Web web = new Web(Duration.ofMillis(100))) {
            Outcome outcome = web.post(slow.url(), Map.of(), "m");

            assertThat(outcome).isEqualTo(new Outcome.Failed("EndpointUnreachable", "TimeoutException", false));
        }
    }

    @Test
    void whoAnswersIsDeliveredTo() throws Exception {
        try (Slow quick = Slow.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                Web web = new Web(Web.PATIENCE)) {
            assertThat(web.post(quick.url(), Map.of(), "m")).isEqualTo(new Outcome.Delivered());
        }
    }
}
