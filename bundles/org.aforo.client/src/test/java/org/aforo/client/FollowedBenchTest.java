package org.aforo.client;

import static org.aforo.client.BenchConnection.State.CLOSED;
import static org.aforo.client.BenchConnection.State.CONNECTING;
import static org.aforo.client.BenchConnection.State.ENDED;
import static org.aforo.client.BenchConnection.State.LIVE;
import static org.aforo.client.BenchConnection.State.LOST;
import static org.aforo.client.ScriptedBench.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedBenchTest {

    private final List<ModelChange> changes = new CopyOnWriteArrayList<>();
    private ScriptedBench bench;
    private FollowedBench connection;

    @BeforeEach
    void open() throws IOException {
        bench = new ScriptedBench();
        connection = follow(bench.endpoint(), Duration.ofSeconds(15));
    }

    @AfterEach
    void shut() {
        connection.close();
        bench.close();
    }

    private FollowedBench follow(URI endpoint, Duration stalled) {
        FollowedBench followed = new FollowedBench("test", endpoint, false, 4,
                new FollowedBench.Patience(Duration.ofMillis(50), stalled));
        followed.listen(changes::add);
        followed.start();
        return followed;
    }

    private List<String> texts() {
        return connection.events().stream().map(BenchEvent::text).toList();
    }

    private List<String> types() {
        return connection.events().stream().map(BenchEvent::type).toList();
    }

    private void changes(int count) {
        Await.until(count + " changes", () -> changes.size() >= count);
    }

    @Test
    void what_a_delta_leaves_out_stays_as_it_was() {
        bench.snapshot(resource("a", null, 7) + ',' + resource("b", "a", 1), "");
        changes(1);
        ResourceState before = connection.resource("b").orElseThrow().state();
        bench.delta("{\"arn\":\"b\",\"in\":{\"records\":2,\"oneSecond\":{\"bytes\":8.5},\"latencyMillis\":{\"p99\":9}},"
                + "\"buffers\":[{\"name\":\"b\",\"bytes\":2,\"flushAt\":\"2026-01-01T00:00:05Z\"}]}", "", "");
        changes(2);

        ResourceState now = connection.resource("b").orElseThrow().state();

        Flow in = before.in();
        assertThat(now.in()).isEqualTo(new Flow(2, in.bytes(), 0, 0, new Rates(in.second().records(), 8.5, 0, 0),
                in.tenSeconds(), in.minute(), new Flow.Latency(1, 1.5, 2.0, 9, 4.0)));
        assertThat(now.buffers()).singleElement().satisfies(buffer -> {
            assertThat(buffer.bytes()).isEqualTo(2);
            assertThat(buffer.maxBytes()).hasValue(2);
            assertThat(buffer.records()).isEqualTo(1);
            assertThat(buffer.oldestSeconds()).isEqualTo(0.5);
            assertThat(buffer.flushAt()).isPresent();
        });
        assertThat(now).usingRecursiveComparison().ignoringFields("in", "buffers").isEqualTo(before);

        bench.delta("{\"arn\":\"b\",\"parent\":null,\"attributes\":{},\"buffers\":[]}", "", "");
        changes(3);
        now = connection.resource("b").orElseThrow().state();
        assertThat(now.parent()).isEmpty();
        assertThat(now.attributes()).isEmpty();
        assertThat(now.buffers()).isEmpty();
        assertThat(now.in().records()).isEqualTo(2);
    }

    @Test
    void a_buffers_kind_stays_where_it_is_left_out_and_an_unknown_one_is_a_buffer() {
        bench.snapshot(resource("a", null, 1), "");
        changes(1);
        assertThat(kinds("a")).containsExactly(BufferView.Kind.BUFFER);

        bench.delta("{\"arn\":\"a\",\"buffers\":[{\"name\":\"b\",\"kind\":\"BYTE_RATE\"},{\"name\":\"c\","
                + "\"kind\":\"RATE\"},{\"name\":\"d\",\"kind\":\"NEWER_THAN_THIS\"}]}", "", "");
        changes(2);
        List<BufferView.Kind> kinds = List.of(BufferView.Kind.BYTE_RATE, BufferView.Kind.RATE, BufferView.Kind.BUFFER);
        assertThat(kinds("a")).isEqualTo(kinds);

        bench.delta("{\"arn\":\"a\",\"buffers\":[{\"name\":\"b\",\"bytes\":2},{\"name\":\"c\"},{\"name\":\"d\"}]}",
                "", "");
        changes(3);
        assertThat(kinds("a")).isEqualTo(kinds);
    }

    private List<BufferView.Kind> kinds(String arn) {
        return connection.resource(arn).orElseThrow().state().buffers().stream().map(BufferView::kind).toList();
    }

    @Test
    void tells_what_there_is_and_what_it_is_part_of() {
        bench.snapshot(resource("a", null, 7) + ',' + resource("a/1", "a", 0) + ',' + resource("a/2", "a", 0), "");
        changes(1);

        LiveResource a = connection.roots().getFirst();
        assertThat(connection.state()).isEqualTo(LIVE);
        assertThat(connection.roots()).extracting(LiveResource::arn).containsExactly("a");
        assertThat(connection.children(a)).extracting(LiveResource::arn).containsExactly("a/1", "a/2");
        assertThat(connection.children(a)).isSameAs(connection.children(a));
        assertThat(connection.services()).extracting(BenchConnection.ServiceView::title).containsExactly("Service");
        ResourceState state = a.state();
        assertThat(state.in().records()).isEqualTo(7);
        assertThat(state.in().second().records()).isEqualTo(7.5);
        assertThat(state.in().latency()).isEqualTo(new Flow.Latency(7, 1.5, 2, 3, 4));
        assertThat(state.out().latency().count()).isZero();
        assertThat(state.attributes()).containsEntry("A", "1");
        assertThat(state.buffers().getFirst().fill()).isEqualTo(0.5);
        assertThat(state.links()).containsExactly(new ResourceState.Link("arn:x", "feeds"));
        assertThat(connection.resource("a/2").flatMap(LiveResource::parent)).contains(a);
        assertThat(bench.asked).contains("GET /_aforo/metrics/stream?hz=4");
    }

    @Test
    void tells_what_changed_came_and_went() {
        bench.snapshot(resource("a", null, 1) + ',' + resource("b", null, 1), "");
        changes(1);
        LiveResource a = connection.resource("a").orElseThrow();
        LiveResource b = connection.resource("b").orElseThrow();

        bench.delta(resource("a", null, 2) + ',' + resource("c", null, 0), "\"b\",\"never\"", "");
        changes(2);

        ModelChange change = changes.get(1);
        assertThat(change.structure()).isTrue();
        assertThat(change.changed()).containsExactly(a);
        assertThat(change.added()).extracting(LiveResource::arn).containsExactly("c");
        assertThat(change.removed()).containsExactly(b);
        assertThat(a.state().in().records()).isEqualTo(2);
        assertThat(b.gone()).isTrue();
        assertThat(connection.roots()).extracting(LiveResource::arn).containsExactly("a", "c");
    }

    @Test
    void one_that_is_over_keeps_what_it_told_and_is_not_tried_again() {
        bench.snapshot(resource("a", null, 7), "");
        changes(1);

        connection.end();

        assertThat(connection.state()).isEqualTo(ENDED);
        assertThat(changes.getLast().structure()).isTrue();
        assertThat(connection.resource("a").orElseThrow().gone()).isTrue();
        bench.snapshot(resource("b", null, 7), "");
        Await.until("the follower to end", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("follow " + bench.endpoint())));
        assertThat(bench.asked).filteredOn(path -> path.contains("/metrics/stream")).hasSize(1);
        assertThat(connection.state()).isEqualTo(ENDED);
        assertThat(types()).doesNotContain("connection-lost");
    }

    @Test
    void a_bench_that_does_not_answer_is_tried_again_and_told_once() throws IOException {
        int port = freePort();
        connection.close();
        changes.clear();
        connection = follow(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(15));
        changes(1);
        assertThat(connection.state()).isEqualTo(CONNECTING);
        assertThat(connection.trouble()).contains("No bench answers at http://127.0.0.1:" + port);

        try (ScriptedBench late = new ScriptedBench(port)) {
            late.snapshot(resource("a", null, 1), "");
            Await.until("live", () -> connection.state() == LIVE);

            assertThat(connection.trouble()).isEmpty();
            assertThat(types()).containsExactly("connection-failed");
        }
    }

    @Test
    void a_bench_that_died_and_came_back_with_other_things() throws IOException {
        bench.event("one");
        bench.event("two");
        bench.snapshot(resource("a", null, 5) + ',' + resource("b", null, 5), "");
        bench.delta(resource("a", null, 6), "", "");
        changes(2);
        LiveResource a = connection.resource("a").orElseThrow();
        LiveResource b = connection.resource("b").orElseThrow();
        int port = bench.endpoint().getPort();
        AtomicInteger records = new AtomicInteger(6);
        Await.until("a point of a's line", () -> {
            bench.delta(resource("a", null, records.incrementAndGet()), "", "");
            return line(a).high().length > 0;
        });

        bench.close();
        Await.until("lost", () -> connection.state() == LOST && changes.getLast().structure());
        assertThat(a.gone()).isTrue();
        bench = new ScriptedBench(port);
        bench.event("another one");
        bench.snapshot(resource("a", null, 1) + ',' + resource("c", null, 0), "");
        Await.until("live", () -> connection.state() == LIVE);
        bench.delta(resource("a", null, 2), "", bench.event("two of the other"));
        Await.until("a's change", () -> a.state().in().records() == 2 && changes.getLast().events().size() == 1);

        assertThat(connection.resource("a")).containsSame(a);
        assertThat(a.gone()).isFalse();
        assertThat(b.gone()).isTrue();
        assertThat(connection.roots()).extracting(LiveResource::arn).containsExactlyInAnyOrder("a", "c");
        Await.until("events", () -> connection.events().size() == 6);
        assertThat(texts()).containsSubsequence("one", "two", "another one", "two of the other");
        assertThat(types()).containsExactly("said", "said", "connection-lost", "said", "connection-restored", "said");
        assertThat(line(a).high()).contains(Double.NaN);
        assertThat(line(a).high()[line(a).high().length - 1]).isPositive();
    }

    private History.Line line(LiveResource resource) {
        return connection.history().line(resource, History.Measure.RECORDS_IN, 0, Long.MAX_VALUE, 1000);
    }

    @Test
    void a_line_that_broke_for_a_moment_tells_no_event_twice_and_none_too_few() {
        bench.snapshot("", bench.event("one"));
        changes(1);

        bench.hangUp();
        Await.until("lost", () -> connection.state() == LOST);
        bench.event("missed");
        bench.snapshot("", "");
        Await.until("live", () -> connection.state() == LIVE);

        assertThat(texts()).containsOnlyOnce("one", "missed");
        assertThat(types()).containsExactly("said", "connection-lost", "said", "connection-restored");
    }

    @Test
    void a_client_that_fell_behind_makes_up_for_what_it_missed() {
        bench.snapshot("", bench.event("one"));
        changes(1);
        bench.event("two");
        bench.snapshot("", bench.event("three"));
        changes(2);

        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void silence_is_a_loss() throws IOException {
        connection.close();
        changes.clear();
        connection = follow(bench.endpoint(), Duration.ofMillis(300));
        // the first connection's handler may still wait for a frame: it gets one too
        bench.snapshot(resource("a", null, 1), "");
        bench.snapshot(resource("a", null, 1), "");
        Await.until("live", () -> connection.state() == LIVE);

        Await.until("lost", () -> connection.state() == LOST);

        assertThat(connection.trouble()).startsWith("Nothing heard for");
    }

    @Test
    void nonsense_is_a_loss_and_not_the_end() {
        bench.feed.add("event: delta\ndata: {\"clock\": 17\n\n".getBytes());
        Await.until("trouble", () -> !connection.trouble().isEmpty());

        bench.hangUp();
        bench.snapshot(resource("a", null, 1), "");

        Await.until("live", () -> connection.state() == LIVE);
    }

    @Test
    void a_listener_that_fails_harms_no_other() {
        connection.listen(change -> {
            throw new IllegalStateException("on purpose");
        });
        connection.listen(changes::add);
        bench.snapshot(resource("a", null, 1), "");
        bench.delta(resource("a", null, 2), "", "");

        changes(4);
        assertThat(connection.state()).isEqualTo(LIVE);
    }

    @Test
    void another_rate_is_asked_for_without_a_loss() {
        bench.snapshot(resource("a", null, 1), "");
        changes(1);

        connection.sampling(10);
        bench.hangUp();
        bench.snapshot(resource("a", null, 2), "");

        changes(2);
        assertThat(bench.asked).contains("GET /_aforo/metrics/stream?hz=10");
        assertThat(types()).isEmpty();
        assertThatThrownBy(() -> connection.sampling(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closing_is_done_at_once_while_the_feed_is_silent_and_leaves_no_thread() {
        bench.snapshot(resource("a", null, 1), "");
        changes(1);

        long before = System.nanoTime();
        connection.close();

        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(connection.state()).isEqualTo(CLOSED);
        assertThat(connection.resource("a").orElseThrow().gone()).isTrue();
        Await.until("no threads", () -> threads().isEmpty());
    }

    /** Of this connection and of any HTTP client. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("follow ") || name.startsWith("HttpClient-")).toList();
    }

    @Test
    void many_connections_come_and_go() {
        for (int i = 0; i < 20; i++) {
            FollowedBench other = follow(bench.endpoint(), Duration.ofSeconds(15));
            if (i % 2 == 0) {
                Await.until("asked", () -> bench.asked.size() > 1);
            }
            other.close();
        }
        connection.close();
        Await.until("no threads", () -> threads().isEmpty());
    }

    @Test
    void ten_thousand_shards() {
        String all = resource("stream", null, 1) + ',' + IntStream.range(0, 10_000)
                .mapToObj(i -> resource("arn:aws:kinesis:us-east-1:000000000000:stream/big/shard-" + i, "stream", i))
                .collect(Collectors.joining(","));
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long start = System.nanoTime();
        bench.snapshot(all, "");
        changes(1);
        long first = System.nanoTime();
        bench.delta(all, "", "");
        changes(2);
        long second = System.nanoTime();
        System.gc();
        long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - heap;
        System.out.printf("10,001 resources, %.1f MB: first frame %d ms, next %d ms; %d MB held%n", all.length() / 1e6,
                (first - start) / 1_000_000, (second - first) / 1_000_000, held / 1_000_000);

        LiveResource stream = connection.roots().getFirst();
        assertThat(connection.children(stream)).hasSize(10_000).isSameAs(connection.children(stream));
        assertThat(connection.resources()).hasSize(10_001);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
