package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.aforo.api.BenchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {

    @TempDir
    Path data;

    @Test
    void closing_lets_a_request_under_way_end_and_takes_no_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Box box = Box.of(data, r -> {
            begun.countDown();
            await(go);
            return ExchangeTest.text("done");
        });
        CompletableFuture<HttpResponse<String>> under = box.client
                .sendAsync(HttpRequest.newBuilder(box.uri("/")).build(), BodyHandlers.ofString());
        await(begun);
        int port = box.port();

        Thread closing = Thread.startVirtualThread(box.gateway::close);
        assertThat(closing.join(Duration.ofMillis(200))).as("closed under a running request").isFalse();
        assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);
        go.countDown();

        assertThat(under.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
        box.bench.close();
        box.client.shutdownNow();
    }

    @Test
    void closing_does_not_wait_for_idle_connections_or_feeds() throws Exception {
        Box box = Box.of(data, r -> ExchangeTest.text("ok"));
        RawClient idle = new RawClient(box.port()).send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        idle.until("ok");
        RawClient feed = new RawClient(box.port())
                .send("GET /_aforo/metrics/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
        feed.until("event: snapshot");
        long before = System.nanoTime();

        box.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        idle.close();
        feed.close();
    }

    @Test
    void a_port_in_use_is_told_in_one_line_with_the_way_out() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            BenchSettings settings = new BenchSettings(data, true, "127.0.0.1", port, -1, false, 0, false,
                    Duration.ZERO);

            assertThatThrownBy(() -> new Box(settings, Box.LIMITS, Box::echo, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching("Port " + port + " on 127\\.0\\.0\\.1 .*in use.*--port N[^\\n]*");
        }
    }

    @Test
    void a_tls_port_in_use_leaves_http_working() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            try (Box box = Box.tls(data, s -> new BenchSettings(s.data(), false, s.host(), 0, port, false, 0, false,
                    Duration.ZERO))) {
                assertThat(box.gateway.awaitTls(Duration.ofSeconds(20))).isEmpty();

                assertThat(box.problems).singleElement().asString().contains("Port " + port, "--tls-port");
                assertThat(box.send("POST", "/", "x").body()).isEqualTo("x");
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
}
