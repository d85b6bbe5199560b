package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.firehose.internal.FirehoseService;
import org.aforo.service.store.internal.StoreService;
import org.aforo.service.streams.internal.StreamsService;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Follows a real bench with real services, over its gateway. */
class FollowedServicesTest {

    private TestBench bench;
    private Connections connections;
    private BenchConnection connection;

    @BeforeEach
    void open() throws IOException {
        int port = freePort();
        bench = TestBench.flowing(1, s -> new BenchSettings(s.data(), s.ephemeral(), s.host(), port, s.tlsPort(),
                s.strict(), s.clockScale(), s.limitsLifted(), s.fsyncInterval()));
        bench.with(StreamsService::new).with(FirehoseService::new).with(StoreService::new);
        connections = new Connections();
        connection = connections.connect("bench", bench.http(), false);
        Await.until("live", () -> connection.state() == BenchConnection.State.LIVE);
    }

    @AfterEach
    void shut() {
        connections.close();
        bench.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String stream(String name, int shards) throws AwsError {
        bench.call("kinesis", "CreateStream", Map.of("StreamName", name, "ShardCount", shards));
        String arn = bench.arn("kinesis", "stream/" + name);
        Await.until(name + " active", () -> connection.resource(arn).map(r -> r.state().state())
                .filter("ACTIVE"::equals).isPresent());
        return arn;
    }

    private void put(String stream, int records) throws AwsError {
        for (int i = 0; i < records; i++) {
            bench.call("kinesis", "PutRecord", Map.of("StreamName", stream, "PartitionKey", "k" + i, "Data",
                    Base64.getEncoder().encodeToString("hello".getBytes(StandardCharsets.UTF_8))));
        }
    }

    private double greatest(LiveResource resource) {
        double greatest = 0;
        for (double value : connection.history().line(resource, History.Measure.RECORDS_IN, 0, Long.MAX_VALUE, 1000)
                .high()) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    @Test
    void a_stream_and_what_flows_into_it() throws AwsError {
        LiveResource stream = connection.resource(stream("orders", 2)).orElseThrow();
        put("orders", 10);

        Await.until("records", () -> stream.state().in().records() == 10);
        Await.until("rate", () -> greatest(stream) > 0);
        assertThat(connection.roots()).contains(stream);
        assertThat(connection.children(stream)).hasSize(2)
                .allSatisfy(shard -> assertThat(shard.parent()).contains(stream));
        assertThat(connection.services()).extracting(BenchConnection.ServiceView::id).contains("kinesis");
        assertThat(connection.clock()).isPresent();
    }

    @Test
    void one_who_comes_later_sees_what_was_before() throws AwsError, InterruptedException {
        LiveResource stream = connection.resource(stream("orders", 1)).orElseThrow();
        put("orders", 20);
        Await.until("rate", () -> greatest(stream) > 0);
        Thread.sleep(2500);

        try (Connections late = new Connections()) {
            BenchConnection second = late.connect("late", bench.http(), false);
            Await.until("stream", () -> second.resource(stream.arn()).isPresent());
            LiveResource same = second.resource(stream.arn()).orElseThrow();
            long now = System.currentTimeMillis();

            Await.until("past", () -> records(second, same) > 0);
            assertThat(records(second, same)).isBetween(15d, 21d);
            assertThat(second.history().line(same, History.Measure.RECORDS_IN, 0, now - 1000, 1000).high())
                    .doesNotContain(Double.NaN);
        }
    }

    /** Area under the line of a resource through which nothing flows any more. */
    private static double records(BenchConnection of, LiveResource resource) {
        History.Line line = of.history().line(resource, History.Measure.RECORDS_IN, 0, Long.MAX_VALUE, 10_000);
        double sum = 0;
        for (int i = 1; i < line.millis().length; i++) {
            if (line.high()[i] > 0) {
                sum += line.high()[i] * (line.millis()[i] - line.millis()[i - 1]) / 1000;
            }
        }
        return sum;
    }

    @Test
    void another_rate_of_sampling_loses_nothing() {
        connections.sampling(10);
        long frames = connection.clock().orElseThrow().nanos();
        Await.until("more", () -> connection.clock().orElseThrow().nanos() > frames + 500_000_000);

        assertThat(connection.state()).isEqualTo(BenchConnection.State.LIVE);
        assertThat(connection.events()).extracting(BenchEvent::type).doesNotContain("connection-lost");
    }

    @Test
    void what_is_deleted_goes() throws AwsError {
        LiveResource stream = connection.resource(stream("orders", 1)).orElseThrow();

        bench.call("kinesis", "DeleteStream", Map.of("StreamName", "orders"));

        Await.until("gone", stream::gone);
        assertThat(connection.resources()).doesNotContain(stream);
    }

    @Test
    void a_bench_that_restarts_is_found_again_and_its_gap_is_seen() throws AwsError {
        LiveResource stream = connection.resource(stream("orders", 1)).orElseThrow();
        put("orders", 3);
        Await.until("records", () -> stream.state().in().records() == 3);

        bench.restart();
        Await.until("lost", () -> connection.state() == BenchConnection.State.LOST);
        bench.http();
        Await.until("live", () -> connection.state() == BenchConnection.State.LIVE && !stream.gone());
        put("orders", 2);
        Await.until("records", () -> stream.state().in().records() == 2);

        assertThat(connection.resource(stream.arn())).containsSame(stream);
        assertThat(connection.history().line(stream, History.Measure.RECORDS_IN, 0, Long.MAX_VALUE, 1000).high())
                .contains(Double.NaN);
        assertThat(connection.events()).extracting(BenchEvent::type).containsOnlyOnce("connection-lost",
                "connection-restored");
    }

    @Test
    void a_plug_in_that_is_taken_out_takes_its_resources_along() throws AwsError {
        LiveResource stream = connection.resource(stream("orders", 1)).orElseThrow();

        bench.without("kinesis");

        Await.until("gone", stream::gone);
        Await.until("service gone", () -> connection.services().stream().noneMatch(s -> s.id().equals("kinesis")));
    }

    @Test
    void refusals_come_in_the_benchs_own_words() {
        JsonNode input = Control.object().put("StreamName", "none");

        assertThatThrownBy(() -> connection.control().call("kinesis", "DescribeStreamSummary", input))
                .isInstanceOfSatisfying(BenchException.class, e -> {
                    assertThat(e.code()).isEqualTo("ResourceNotFoundException");
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e).hasMessageContaining("none");
                });
    }
}
