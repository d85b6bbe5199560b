package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireFeed;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"HTTP_1_1,0", "HTTP_1_1,1", "HTTP_1_1,1024", "HTTP_1_1,700000", "HTTP_1_1,4194304", "HTTP_2,0",
            "HTTP_2,1024", "HTTP_2,700000", "HTTP_2,4194304"})
    void sends_back_exactly_the_bytes_it_got(Version version, int size) throws Exception {
        byte[] body = random(size);
        try (Box box = Box.of(data, Box::echo); HttpClient client = client(version)) {
            // the first request carries the upgrade, the second is HTTP/2 from its start
            client.send(request(box, new byte[0]), BodyHandlers.ofByteArray());

            HttpResponse<byte[]> answer = client.send(request(box, body), BodyHandlers.ofByteArray());

            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo(body);
            assertThat(answer.headers().firstValue("content-length")).hasValue(String.valueOf(size));
            assertThat(answer.headers().firstValue("server")).hasValue("Aforo");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void reads_a_body_of_unknown_length(Version version) throws Exception {
        byte[] body = random(300_000);
        try (Box box = Box.of(data, Box::echo); HttpClient client = client(version)) {
            HttpRequest request = HttpRequest.newBuilder(box.uri("/"))
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build();

            assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 3_000_000})
    void streams_both_ways(int size) throws Exception {
        byte[] body = random(size);
        try (Box box = Box.of(data, r -> new WireResponse(200, Map.of(), null, held(r)))) {
            HttpResponse<byte[]> answer = box.client.send(request(box, body), BodyHandlers.ofByteArray());

            assertThat(answer.body()).isEqualTo(body);
        }
    }

    /** Reads the streamed request to its end, and streams it back without telling how long it is. */
    private static Payload held(WireRequest request) {
        try (InputStream in = request.payload().stream()) {
            byte[] bytes = in.readAllBytes();
            return new Payload() {
                @Override
                public long length() {
                    return -1;
                }

                @Override
                public InputStream stream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void sends_part_of_a_file(Version version) throws Exception {
        byte[] content = random(500_000);
        Path file = Files.write(data.resolve("object"), content);
        try (Box box = Box.of(data.resolve("bench"), r -> new WireResponse(206, Map.of("etag", "\"x\""), null,
                Payload.of(new Payload.Region(file, 1000, 400_000)))); HttpClient client = client(version)) {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(box.uri("/b/k")).build(),
                    BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("content-length")).hasValue("400000");
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, 1000, 401_000));
        }
    }

    /** What has been written is there while the rest isn't made yet; closing the gateway ends it. */
    @ParameterizedTest
    @EnumSource(Version.class)
    void a_feed_is_sent_as_it_is_made_and_ends_with_the_gateway(Version version) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        WireFeed feed = sink -> {
            sink.write(ByteBuffer.wrap("first".getBytes(StandardCharsets.US_ASCII)));
            never.await();
        };
        Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), feed));
        try (HttpClient client = client(version)) {
            HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(box.uri("/")).build(),
                    BodyHandlers.ofInputStream());

            assertThat(answer.body().readNBytes(5)).asString(StandardCharsets.US_ASCII).isEqualTo("first");
            box.close();
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    /** Clients that take whole chunks alone would be a piece behind if its end came with the next. */
    @Test
    void a_chunk_of_a_feed_is_whole_and_the_connection_goes_on() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        WireFeed feed = sink -> {
            sink.write(ByteBuffer.wrap("first piece".getBytes(StandardCharsets.US_ASCII)));
            seen.await();
            sink.write(ByteBuffer.wrap("second".getBytes(StandardCharsets.US_ASCII)));
        };
        try (Box box = Box.of(data, r -> WireResponse.feed(200, Map.of(), feed));
                RawClient raw = new RawClient(box.port())) {
            for (String last : new String[] {"", "Connection: close\r\n"}) {
                raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + last + "\r\n");
                assertThat(raw.until("\r\n\r\n")).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
                assertThat(raw.until("\r\nfirst piece\r\n")).startsWith("b\r\n");
                seen.countDown();
                assertThat(raw.until("0\r\n\r\n")).isEqualTo("6\r\nsecond\r\n0\r\n\r\n");
            }
            assertThat(raw.all()).isEmpty();
        }
    }

    @Test
    void a_payload_is_closed_when_its_client_has_it() throws Exception {
        AtomicReference<String> closed = new AtomicReference<>("no");
        Payload payload = new Payload() {
            @Override
            public long length() {
                return 2;
            }

            @Override
            public InputStream stream() {
                return new ByteArrayInputStream("hi".getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public void close() {
                closed.set("yes");
            }
        };
        try (Box box = Box.of(data, r -> new WireResponse(200, Map.of(), null, payload))) {
            assertThat(box.get("/").body()).isEqualTo("hi");
        }
        assertThat(closed).hasValue("yes");
    }

    @Test
    void head_keeps_the_length_and_sends_nothing() throws Exception {
        try (Box box = Box.of(data, r -> WireResponse.of(200, Map.of("content-length", "12345"), null))) {
            HttpResponse<String> answer = box.send("HEAD", "/b/k", null);

            assertThat(answer.headers().firstValue("content-length")).hasValue("12345");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void a_204_has_no_length() throws Exception {
        try (Box box = Box.of(data, r -> WireResponse.of(204, Map.of(), null));
                RawClient raw = new RawClient(box.port())) {
            String answer = raw.send("DELETE /b/k HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .all();

            assertThat(answer).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("content-length");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b/a%2Fb", "/b//c", "/b/%2e%2e/x", "/b/a+b%20c", "/b/%C3%B1", "/b/a;b=c", "/b/k?a=%2F&b"})
    void passes_the_path_on_as_sent(String path) throws Exception {
        try (Box box = Box.of(data, r -> text(r.rawPath() + '?' + r.rawQuery()));
                RawClient raw = new RawClient(box.port())) {
            String answer = raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").all();

            assertThat(answer).endsWith("\r\n\r\n" + path + (path.contains("?") ? "" : "?"));
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void host_is_there_in_every_version(Version version) throws Exception {
        try (Box box = Box.of(data, r -> text(r.header("Host") + ' ' + r.headers().get("host")));
                HttpClient client = client(version)) {
            client.send(request(box, new byte[0]), BodyHandlers.ofString());
            String host = "127.0.0.1:" + box.port();

            assertThat(client.send(request(box, new byte[0]), BodyHandlers.ofString()).body())
                    .isEqualTo(host + " [" + host + ']');
        }
    }

    @Test
    void a_defect_is_a_500_that_tells_nothing_of_the_inside() throws Exception {
        try (Box box = Box.of(data, r -> {
            throw new IllegalStateException("secret");
        })) {
            HttpResponse<String> answer = box.send("POST", "/", "x");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("InternalFailure").doesNotContain("secret");
        }
    }

    static WireResponse text(String text) {
        return WireResponse.of(200, Map.of(), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest request(Box box, byte[] body) {
        return HttpRequest.newBuilder(box.uri("/")).POST(BodyPublishers.ofByteArray(body)).build();
    }

    private static HttpClient client(Version version) {
        return HttpClient.newBuilder().version(version).build();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
