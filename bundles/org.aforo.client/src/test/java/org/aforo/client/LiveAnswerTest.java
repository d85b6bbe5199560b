package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveAnswerTest {

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private LiveAnswer get(Duration patience) throws IOException {
        return LiveAnswer.get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a/b?c=%20d"),
                "text/event-stream",
                patience);
    }

    /** Answers the one who comes next, and tells what was asked. */
    private StringBuffer answer(String text) {
        StringBuffer asked = new StringBuffer();
        Thread.ofVirtual().start(() -> {
            try (Socket one = server.accept()) {
                InputStream in = one.getInputStream();
                while (asked.indexOf("\r\n\r\n") < 0) {
                    asked.append((char) in.read());
                }
                one.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                asked.append(e);
            }
        });
        return asked;
    }

    @Test
    void what_comes_after_the_head_is_read_to_the_connection_s_end() throws IOException {
        StringBuffer asked = answer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: \u00e9\n\n");

        try (LiveAnswer answer = get(Duration.ofSeconds(5))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: \u00e9\n\n");
        }
        assertThat(asked.toString()).isEqualTo("GET /a/b?c=%20d HTTP/1.0\r\nHost: 127.0.0.1:" + server.getLocalPort()
                + "\r\nAccept: text/event-stream\r\n\r\n");
    }

    @Test
    void what_is_no_http_is_told_so() {
        answer("SSH-2.0-OpenSSH_9.6\r\n\r\n");

        assertThatThrownBy(() -> get(Duration.ofSeconds(5))).isInstanceOf(IOException.class)
                .hasMessage("That isn't HTTP");
    }

    @Test
    void a_head_without_end_is_given_up() {
        answer("HTTP/1.1 200 OK\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThatThrownBy(() -> get(Duration.ofSeconds(5))).hasMessage("The answer's head is too long");
    }

    @Test
    void one_who_says_nothing_is_given_up() {
        assertThatThrownBy(() -> get(Duration.ofMillis(100))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void one_who_hangs_up_within_the_head_is_given_up() {
        answer("HTTP/1.1 200");
        assertThatThrownBy(() -> get(Duration.ofSeconds(5))).hasMessage("The bench closed the connection");
    }
}
