package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.aforo.protocol.WireFeed;
import org.aforo.protocol.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Large bodies that are made while they are sent. */
class GatheredBodyTest {

    private static final int PIECE = GatheredBody.PIECE;

    @TempDir
    Path data;

    /** Writes {@code body} in parts, and doesn't last. */
    private record Parts(byte[] body, int part, RuntimeException end) implements WireFeed {

        @Override
        public void run(Sink sink) throws IOException {
            byte[] used = new byte[part];
            for (int at = 0; at < body.length; at += part) {
                int n = Math.min(part, body.length - at);
                System.arraycopy(body, at, used, 0, n); // as who makes them does: in one array, again and again
                sink.write(ByteBuffer.wrap(used, 0, n));
            }
            if (end != null) {
                throw end;
            }
        }

        @Override
        public boolean lasting() {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1,0,1000", "HTTP_1_1,5,2", "HTTP_1_1,262144,16384", "HTTP_1_1,262145,16384",
            "HTTP_1_1,5000000,16383", "HTTP_1_1,3000000,1000000", "HTTP_2,0,1000", "HTTP_2,262144,16384",
            "HTTP_2,5000000,16383"})
    void is_whole_and_the_connection_goes_on(Version version, int size, int part) throws Exception {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        try (Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), new Parts(body, part, null)));
                HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpRequest request = HttpRequest.newBuilder(box.uri("/")).build();
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(body);
            }
        }
    }

    @Test
    void is_in_chunks_however_the_connection_ends() throws Exception {
        try (Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), new Parts("all".getBytes(), 3, null)));
                RawClient raw = new RawClient(box.port())) {
            for (String last : new String[] {"", "Connection: close\r\n"}) {
                raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + last + "\r\n");
                assertThat(raw.until("\r\n\r\n")).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
                assertThat(raw.until("0\r\n\r\n")).isEqualTo("3\r\nall\r\n0\r\n\r\n");
            }
            assertThat(raw.all()).isEmpty();
        }
    }

    @Test
    void HEAD_has_none() throws Exception {
        try (Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), new Parts(new byte[PIECE + 1], 9, null)));
                RawClient raw = new RawClient(box.port())) {
            for (String last : new String[] {"", "Connection: close\r\n"}) {
                raw.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n" + last + "\r\n");
                assertThat(raw.until("\r\n\r\n")).startsWith("HTTP/1.1 200");
            }
            assertThat(raw.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void that_fails_when_part_of_it_is_gone_is_broken_off(Version version) throws Exception {
        Parts failing = new Parts(new byte[2 * PIECE], PIECE, new IllegalStateException("half way"));
        try (Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), failing));
                HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpRequest request = HttpRequest.newBuilder(box.uri("/")).build();

            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofByteArray())).isInstanceOf(IOException.class);
        }
    }
}
