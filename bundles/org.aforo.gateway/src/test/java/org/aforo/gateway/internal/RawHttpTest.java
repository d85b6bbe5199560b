package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawHttpTest {

    private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    Path data;

    @Test
    void answers_pipelined_requests_in_order() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            String answers = raw.send(POST + "Content-Length: 3\r\n\r\none" + POST + "Content-Length: 3\r\n\r\ntwo"
                    + POST + "Content-Length: 5\r\nConnection: close\r\n\r\nthree").all();

            assertThat(answers.split("HTTP/1.1 200 OK")).hasSize(4);
            assertThat(answers).containsSubsequence("one", "two", "three");
        }
    }

    @Test
    void says_continue_before_it_reads() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            raw.send(POST + "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(raw.until("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");

            assertThat(raw.send("body").until("body")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refuses_a_large_body_before_it_is_sent() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            raw.send(POST + "Content-Length: 99999999\r\nExpect: 100-continue\r\n\r\n");

            assertThat(raw.until("\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void speaks_http2_from_the_first_byte() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            raw.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").send(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});

            byte[] frame = raw.bytes(9);

            assertThat(frame[3]).as("a SETTINGS frame").isEqualTo((byte) 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
            "GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n", "\0\1\2\3\r\n\r\n"})
    void answers_bad_http_with_a_clear_error_and_closes(String request) throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            String answer = raw.send(request).all();

            assertThat(answer).matches("(?s)HTTP/1.1 (400|505) .*");
            assertThat(answer).contains("{\"error\":{\"code\":\"");
        }
    }

    @Test
    void bad_chunks_are_a_clear_error() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            String answer = raw.send(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n").all();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("BadRequest");
        }
    }

    @Test
    void a_head_that_is_too_large_is_a_431() throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(9000) + "\r\n\r\n").all())
                    .startsWith("HTTP/1.1 431").contains("\"error\"");
        }
    }

    @Test
    void a_client_that_leaves_within_its_body_harms_nobody() throws Exception {
        try (Box box = Box.of(data, Box::echo)) {
            for (int i = 0; i < 20; i++) {
                new RawClient(box.port()).send(POST + "Content-Length: 100000\r\n\r\nabc").close();
            }

            assertThat(box.send("POST", "/", "still here").body()).isEqualTo("still here");
        }
    }

    @Test
    void a_body_that_does_not_come_in_time_is_a_request_timeout() throws Exception {
        Limits hasty = new Limits(8192, 1 << 20, 1 << 20, 1 << 20, Duration.ofSeconds(20), Duration.ofMillis(150), 10,
                Duration.ofSeconds(1));
        try (Box box = Box.of(data, hasty, Box::echo); RawClient raw = new RawClient(box.port())) {
            String answer = raw.send(POST + "Content-Length: 10\r\n\r\nabc").all();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"RequestTimeout\"");
        }
    }

    @Test
    void silence_within_a_body_is_a_request_timeout() throws Exception {
        Limits hasty = new Limits(8192, 1 << 20, 1 << 20, 1 << 20, Duration.ofMillis(150), Duration.ofSeconds(20), 10,
                Duration.ofSeconds(1));
        try (Box box = Box.of(data, hasty, Box::echo); RawClient raw = new RawClient(box.port())) {
            String answer = raw.send(POST + "Content-Length: 10\r\n\r\nabc").all();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"RequestTimeout\"");
        }
    }
}
