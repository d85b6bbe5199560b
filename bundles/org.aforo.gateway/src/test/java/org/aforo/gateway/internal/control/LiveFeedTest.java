package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LiveFeedTest {

    @TempDir
    Path data;

    private Box box;
    private FakeService service;

    @BeforeEach
    void open() {
        box = Box.of(data, Box::echo);
        service = new FakeService(box.bench, "fake");
        box.bench.plug(service);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void tells_everything_first_and_then_only_what_changed() throws Exception {
        FakeService.Pipe one = service.pipe("pipe", "one");
        FakeService.Pipe two = service.pipe("pipe", "two");
        try (BufferedReader feed = follow()) {
            Frame first = frame(feed);
            assertThat(first.event()).isEqualTo("snapshot");
            assertThat(first.arns()).containsExactly(one.arn().toString(), two.arn().toString());

            two.in().add(5, 50);
            Frame second = frame(feed);
            assertThat(second.event()).isEqualTo("delta");
            assertThat(second.arns()).containsExactly(two.arn().toString());
            assertThat(second.json()).containsKey("clock");

            service.pipes.remove(one);
            assertThat(frame(feed).json()).containsEntry("removed", List.of(one.arn().toString()));

            box.bench.events().publish("hello", "", "there");
            Frame told = frame(feed);
            assertThat(told.arns()).isEmpty();
            assertThat(told.json().get("events").toString()).contains("type=hello", "text=there");

            box.bench.clock().advance(Duration.ofMillis(1));
            Frame ticked = frame(feed);
            assertThat(ticked.arns()).isEmpty();
            assertThat(ticked.json().get("clock").toString()).isNotEqualTo(told.json().get("clock").toString());
        }
    }

    @Test
    void two_clients_see_the_same() throws Exception {
        FakeService.Pipe pipe = service.pipe("pipe", "one");
        try (BufferedReader first = follow(); BufferedReader second = follow()) {
            assertThat(frame(first).event()).isEqualTo("snapshot");
            assertThat(frame(second).event()).isEqualTo("snapshot");

            pipe.in().add(1, 1);

            assertThat(frame(first).arns()).isEqualTo(frame(second).arns()).containsExactly(pipe.arn().toString());
        }
    }

    @Test
    void a_client_that_reads_slowly_gets_what_changed_in_one_delta() throws Exception {
        FakeService.Pipe one = service.pipe("pipe", "one");
        FakeService.Pipe two = service.pipe("pipe", "two");
        Watch watch = new Watch(box.bench, new Guard(box.bench.events()), System::nanoTime);
        LiveClient client = new LiveClient(new LiveClient.Filter(null, null), 10);
        watch.look();
        client.begin(watch.all(), "{}");
        List<String> written = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            one.in().add(1, 1);
            client.offer(watch.look(), List.of(), "{}");
        }
        service.pipes.remove(two);
        client.offer(watch.look(), List.of(), "{}");

        client.run(frame -> {
            written.add(new String(frame, StandardCharsets.UTF_8));
            if (written.size() == 2) {
                client.end();
            }
        });

        assertThat(written).hasSize(2);
        assertThat(written.get(0)).startsWith("event: snapshot\n").contains("\"one\"", "\"two\"");
        assertThat(written.get(1)).startsWith("event: delta\n").containsOnlyOnce("\"arn\"").contains(
                "\"in\":{\"records\":50,", "\"removed\":[\"" + two.arn() + "\"]");
    }

    @Test
    void only_what_a_client_asked_for_is_sent() throws Exception {
        FakeService.Pipe pipe = service.pipe("pipe", "one");
        FakeService.Pipe hose = service.pipe("hose", "two");
        try (BufferedReader feed = follow("?kind=hose&hz=10")) {
            assertThat(frame(feed).arns()).containsExactly(hose.arn().toString());

            pipe.in().add(1, 1);
            hose.in().add(1, 1);

            assertThat(frame(feed).arns()).containsExactly(hose.arn().toString());
        }
        assertThat(box.get("/_aforo/metrics/stream?hz=11").statusCode()).isEqualTo(400);
        assertThat(box.get("/_aforo/metrics/stream?hz=x").statusCode()).isEqualTo(400);
    }

    @Test
    void an_ended_feed_ends_at_its_client() throws Exception {
        try (BufferedReader feed = follow()) {
            frame(feed);
            box.gateway.close();
            assertThat(feed.lines().filter(l -> l.startsWith("data")).toList()).hasSizeLessThan(3);
        }
    }

    private record Frame(String event, Map<String, Object> json) {
        List<String> arns() {
            List<String> arns = new ArrayList<>();
            ((List<?>) json.get("resources")).forEach(r -> arns.add((String) ((Map<?, ?>) r).get("arn")));
            return arns;
        }
    }

    private BufferedReader follow() throws Exception {
        return follow("");
    }

    private BufferedReader follow(String query) throws Exception {
        HttpResponse<InputStream> answer = box.client.send(
                HttpRequest.newBuilder(box.uri("/_aforo/metrics/stream" + query)).build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static Frame frame(BufferedReader feed) throws Exception {
        String event = null;
        for (String line = feed.readLine(); line != null; line = feed.readLine()) {
            if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                feed.readLine();
                return new Frame(event,
                        Json.object(ByteBuffer.wrap(line.substring(6).getBytes(StandardCharsets.UTF_8))));
            }
        }
        throw new AssertionError("the feed ended");
    }
}
