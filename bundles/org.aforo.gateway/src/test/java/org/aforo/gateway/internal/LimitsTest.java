package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    @TempDir
    Path data;

    @Test
    void a_buffered_body_above_its_limit_is_a_413() throws Exception {
        byte[] large = new byte[Box.LIMITS.bufferedBytes() + 1];
        try (Box box = Box.of(data, Box::echo)) {
            for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(large), unknownLength(large))) {
                HttpResponse<String> answer = post(box, body);

                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("\"code\":\"RequestEntityTooLargeException\"");
            }
        }
    }

    @Test
    void a_streamed_body_above_its_limit_is_entity_too_large() throws Exception {
        byte[] large = new byte[(int) Box.LIMITS.streamedBytes() + 1];
        try (Box box = Box.of(data, LimitsTest::count)) {
            for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(large), unknownLength(large))) {
                HttpResponse<String> answer = post(box, body);

                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("\"code\":\"EntityTooLarge\"");
            }
        }
    }

    @Test
    void a_streamed_body_may_be_larger_than_a_buffered_one() throws Exception {
        byte[] body = new byte[Box.LIMITS.bufferedBytes() + 1];
        try (Box box = Box.of(data, LimitsTest::count)) {
            assertThat(post(box, BodyPublishers.ofByteArray(body)).body()).isEqualTo(String.valueOf(body.length));
        }
    }

    private static WireResponse count(WireRequest request) {
        try (InputStream in = request.payload().stream()) {
            return ExchangeTest.text(String.valueOf(in.transferTo(OutputStream.nullOutputStream())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bodies_held_at_once_are_bounded_and_their_room_is_given_back() throws Exception {
        Limits tight = new Limits(8192, 1 << 20, 1 << 20, 1 << 20, Duration.ofSeconds(20), Duration.ofMillis(200), 10,
                Duration.ofSeconds(1));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Box box = Box.of(data, tight, r -> {
            WireResponse answer = Box.echo(r);
            held.countDown();
            await(go);
            return answer;
        })) {
            byte[] body = new byte[700_000];
            CompletableFuture<HttpResponse<String>> first = box.client.sendAsync(request(box,
                    BodyPublishers.ofByteArray(body)), BodyHandlers.ofString());
            await(held);

            assertThat(post(box, BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(503);

            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(post(box, BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_a_small_body_becomes_is_held_too() throws Exception {
        Limits tight = new Limits(8192, 1 << 20, 1 << 20, 1 << 20, Duration.ofSeconds(20), Duration.ofMillis(200), 10,
                Duration.ofSeconds(1));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Box box = Box.of(data, tight, r -> {
            WireResponse answer = Box.echo(r);
            hold(r, 700_000);
            held.countDown();
            await(go);
            return answer;
        })) {
            BodyPublisher small = BodyPublishers.ofByteArray(new byte[10]);
            CompletableFuture<HttpResponse<String>> first = box.client.sendAsync(request(box, small),
                    BodyHandlers.ofString());
            await(held);

            assertThat(post(box, small).statusCode()).isEqualTo(503);

            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(post(box, small).statusCode()).isEqualTo(200);
        }
    }

    private static void hold(WireRequest request, long bytes) {
        try {
            request.hold(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connections_above_the_limit_wait_for_one_to_close() throws Exception {
        Limits few = new Limits(8192, 1 << 20, 1 << 20, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(20), 3,
                Duration.ofSeconds(1));
        String get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Box box = Box.of(data, few, r -> ExchangeTest.text("ok"))) {
            List<RawClient> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                RawClient client = new RawClient(box.port()).send(get);
                client.until("ok");
                open.add(client);
            }
            RawClient waiting = new RawClient(box.port()).send(get);
            assertThat(waiting.silent(200)).isTrue();

            open.removeFirst().close();

            assertThat(waiting.until("ok")).startsWith("HTTP/1.1 200");
            waiting.close();
            for (RawClient client : open) {
                client.close();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static BodyPublisher unknownLength(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static HttpRequest request(Box box, BodyPublisher body) {
        return HttpRequest.newBuilder(box.uri("/")).version(Version.HTTP_1_1).expectContinue(true).POST(body).build();
    }

    private static HttpResponse<String> post(Box box, BodyPublisher body) throws Exception {
        return box.client.send(request(box, body), BodyHandlers.ofString());
    }
}
