package org.aforo.service.queues.internal.op;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.Events.Event;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Gauge;
import org.aforo.api.meter.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is seen of queues, and what a person and other services do with them. */
class SeenTest {

    private static final String PREFIX = "arn:aws:sqs:us-east-1:000000000000:";

    private final Sqs sqs = new Sqs();
    private final IngestionService service = sqs.bench.service("sqs");

    @AfterEach
    void close() {
        sqs.close();
    }

    private Resource resource(String name) {
        return sqs.bench.resource(PREFIX + name);
    }

    private static FlowRecord record(String text) {
        return new FlowRecord("", "k", ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), Instant.EPOCH);
    }

    @Test
    void figures() {
        sqs.queue("dead");
        String url = sqs.queue("a", "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + PREFIX
                + "dead\",\"maxReceiveCount\":1}");
        sqs.send(url, "one");
        sqs.send(url, "two");
        sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "later", "DelaySeconds", 600).json();
        sqs.json("ReceiveMessage", "QueueUrl", url, "VisibilityTimeout", 300).list("Messages");
        sqs.advance(Duration.ofSeconds(7));

        Resource seen = resource("a");
        assertThat(seen.kind()).isEqualTo("queue");
        assertThat(seen.attributes()).containsEntry("Visible", "1").containsEntry("In flight", "1")
                .containsEntry("Delayed", "1").containsEntry("Oldest message", "7 s")
                .containsEntry("Long polls waiting", "0").containsEntry("Redriven", "0").containsEntry("Type",
                        "Standard");
        assertThat(seen.links()).extracting(link -> link.to() + " " + link.label())
                .containsExactly(PREFIX + "dead dead letters to");
        assertThat(seen.buffers()).extracting(buffer -> buffer.name() + ' ' + buffer.records())
                .containsExactly("messages 2", "in flight 1");
        assertThat(seen.buffers().get(1).maxRecords()).isEqualTo(120_000);
        assertThat(seen.in().snapshot().records()).isEqualTo(3);
        assertThat(seen.out().snapshot().records()).isEqualTo(1);

        sqs.advance(Duration.ofSeconds(300));
        sqs.receive(url);
        assertThat(seen.attributes()).containsEntry("Redriven", "1");
        assertThat(resource("dead").attributes()).containsEntry("Visible", "1");
    }

    @Test
    void groupsAreShownAndBlockedOnesMarked() {
        String url = sqs.queue("a.fifo", "ContentBasedDeduplication", "true");
        for (String body : List.of("1", "2", "3")) {
            sqs.json("SendMessage", "QueueUrl", url, "MessageBody", body, "MessageGroupId", "g").json();
        }
        sqs.json("ReceiveMessage", "QueueUrl", url).json();

        assertThat(resource("a.fifo").attributes()).containsEntry("Type", "FIFO").containsEntry("Blocked groups", "1")
                .containsEntry("Group g", "2 waiting, 1 in flight, blocked");
    }

    @Test
    void whatIsRefusedIsCounted() {
        String url = sqs.queue("a");
        sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "\u0000");

        assertThat(resource("a").in().snapshot().errors()).isEqualTo(1);
    }

    @Test
    void whatIsThrottledIsCounted() {
        String url = sqs.queue("a.fifo", "ContentBasedDeduplication", "true");
        sqs.bench.bench().quotas().override("sqs.fifo-calls", 1L);
        Map<String, Object> message = Sqs.in("QueueUrl", url, "MessageBody", "1", "MessageGroupId", "g");
        sqs.jsonOf("SendMessage", message).json();

        Answer throttled = sqs.jsonOf("SendMessage", message);
        assertThat(throttled.status()).isEqualTo(403);
        assertThat(throttled.header("x-amzn-query-error")).isEqualTo("RequestThrottled;Sender");
        assertThat(resource("a.fifo").in().snapshot().throttles()).isEqualTo(1);
        assertThat(resource("a.fifo").in().snapshot().errors()).isZero();
    }

    @Test
    void whatHappenedIsTold() {
        sqs.queue("dead");
        String url = sqs.queue("a", "VisibilityTimeout", "0", "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + PREFIX
                + "dead\",\"maxReceiveCount\":1}");
        sqs.queue("a");
        sqs.send(url, "1");
        sqs.receive(url);
        sqs.receive(url);
        sqs.json("DeleteQueue", "QueueUrl", url).json();

        assertThat(sqs.bench.bench().events().since(0)).extracting(Event::type, Event::resource).contains(
                tuple("queue-created", PREFIX + "a"), tuple("dead-letters", PREFIX + "a"),
                tuple("queue-deleted", PREFIX + "a"));
        assertThat(sqs.bench.bench().events().since(0)).filteredOn(event -> event.type().equals("queue-created"))
                .hasSize(2);
    }

    @Test
    void purgesAndMoveTasksAreTold() {
        String dead = sqs.queue("dead");
        String url = sqs.queue("a", "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + PREFIX
                + "dead\",\"maxReceiveCount\":1}");
        sqs.send(url, "1");
        sqs.send(dead, "2");
        sqs.json("PurgeQueue", "QueueUrl", url).json();
        sqs.json("StartMessageMoveTask", "SourceArn", PREFIX + "dead", "DestinationArn", PREFIX + "a").json();
        while (sqs.bench.bench().events().since(0).stream().noneMatch(event -> event.type().startsWith("move-"))) {
            Thread.onSpinWait();
        }

        assertThat(sqs.bench.bench().events().since(0)).extracting(Event::type, Event::resource, Event::text).contains(
                tuple("queue-purged", PREFIX + "a", "messages removed: 1"),
                tuple("move-task-completed", PREFIX + "dead", "messages moved: 1 of 1, to " + PREFIX + "a"));
    }

    @Test
    void publishedUnderCloudWatchsNames() {
        String url = sqs.queue("a");
        sqs.send(url, "12345");
        sqs.send(url, "123");
        sqs.json("ReceiveMessage", "QueueUrl", url).json();
        sqs.advance(Duration.ofSeconds(3));

        Map<String, PublishedMetric> published = new HashMap<>();
        service.metrics().forEach(metric -> published.put(metric.name(), metric));
        assertThat(published.keySet()).containsExactlyInAnyOrder("NumberOfMessagesSent", "SentMessageSize",
                "NumberOfMessagesReceived", "NumberOfEmptyReceives", "NumberOfMessagesDeleted",
                "ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed", "ApproximateAgeOfOldestMessage",
                "ApproximateNumberOfNoisyGroups", "ApproximateNumberOfMessagesVisibleInQuietGroups",
                "ApproximateNumberOfMessagesNotVisibleInQuietGroups",
                "ApproximateNumberOfMessagesDelayedInQuietGroups", "ApproximateAgeOfOldestMessageInQuietGroups");
        PublishedMetric visible = published.get("ApproximateNumberOfMessagesVisible");
        assertThat(visible.namespace()).isEqualTo("AWS/SQS");
        assertThat(visible.dimensions()).isEqualTo(Map.of("QueueName", "a"));
        assertThat(((Gauge) visible.source()).value().getAsDouble()).isEqualTo(1);
        assertThat(((Gauge) published.get("ApproximateAgeOfOldestMessage").source()).value().getAsDouble())
                .isEqualTo(3);
        assertThat(((Tally) published.get("NumberOfMessagesSent").source()).draw().sum()).isEqualTo(2);
        Tally.Drawn sizes = ((Tally) published.get("SentMessageSize").source()).draw();
        assertThat(List.of(sizes.count(), sizes.sum(), sizes.least(), sizes.greatest())).isEqualTo(List.of(2L, 8L, 3L,
                5L));
        assertThat(((Tally) published.get("NumberOfMessagesReceived").source()).draw().sum()).isEqualTo(1);
    }

    @Test
    void otherServicesRecordsAreMessages() throws InterruptedException {
        String url = sqs.queue("a");
        List<Outcome> outcomes = service.sink(Arn.parse(PREFIX + "a")).orElseThrow()
                .put(List.of(record("text"), record("\u00ff"), record("more")));

        assertThat(outcomes.get(1).error().code()).isEqualTo("InvalidMessageContents");
        assertThat(sqs.receive(url)).extracting(message -> message.get("Body") + " " + message.get("MessageId"))
                .containsExactlyInAnyOrder("text " + outcomes.get(0).id(), "more " + outcomes.get(2).id());
        assertThat(service.sink(Arn.parse(PREFIX + "none"))).isEmpty();
        assertThat(service.sink(Arn.parse("arn:aws:s3:::a"))).isEmpty();
    }

    @Test
    void otherServicesRecordsAreInGroupsByTheirKeys() throws InterruptedException {
        String url = sqs.queue("a.fifo");
        service.sink(Arn.parse(PREFIX + "a.fifo")).orElseThrow().put(List.of(record("x"), record("x")));

        assertThat(sqs.receive(url)).hasSize(2).allSatisfy(message -> assertThat(message.get("Attributes").toString())
                .contains("MessageGroupId=k"));
    }

    @Test
    void lookedAtMovedSentAnewAndRemoved() throws InterruptedException {
        String url = sqs.queue("a");
        sqs.queue("b");
        for (String body : List.of("1", "2", "3", "4")) {
            sqs.send(url, body);
        }
        List<Map<String, Object>> held = sqs.receive(url, "MaxNumberOfMessages", 1);
        List<Peeked> seen = service.peek(Arn.parse(PREFIX + "a")).orElseThrow().latest(10).records();
        assertThat(seen).hasSize(4);
        assertThat(StandardCharsets.UTF_8.decode(seen.getFirst().data()).toString()).isEqualTo("1");
        String first = number(seen.get(0));

        assertThat(act("delete", "[" + first + ']', "")).isEqualTo("{\"messages\":1}\n");
        assertThat(act("move", "[" + number(seen.get(1)) + ']', ",\"to\":\"" + PREFIX + "b\""))
                .isEqualTo("{\"messages\":1}\n");
        assertThat(act("resend", "[" + number(seen.get(2)) + ']', "")).isEqualTo("{\"messages\":1}\n");
        assertThat(act("delete", "[" + first + ']', "")).isEqualTo("{\"messages\":0}\n");

        assertThat(held).hasSize(1);
        assertThat(sqs.receive(url)).extracting(message -> message.get("Body")).containsExactly("4", "3");
        assertThat(sqs.receive("http://x/000000000000/b")).extracting(message -> message.get("Body"))
                .containsExactly("2");
        assertThat(sqs.bench.bench().events().since(0)).extracting(Event::type, Event::resource, Event::text).contains(
                tuple("messages-deleted", PREFIX + "a", "messages: 1"),
                tuple("messages-moved", PREFIX + "a", "messages: 1, to " + PREFIX + "b"),
                tuple("messages-resent", PREFIX + "a", "messages: 1"));
        sqs.queue("b.fifo");
        assertThat(act("move", "[3]", ",\"to\":\"" + PREFIX + "b.fifo\"")).contains("FIFO queues only");
        assertThat(sqs.post("/_aforo/messages", "{\"queue\":\"" + PREFIX + "none\",\"do\":\"delete\",\"numbers\":[1]}")
                .status()).isEqualTo(404);
        for (String bad : List.of("{", "{}", "{\"queue\":\"" + PREFIX + "a\"}", "{\"queue\":\"" + PREFIX
                + "a\",\"do\":\"dance\",\"numbers\":[1]}")) {
            assertThat(sqs.post("/_aforo/messages", bad).status()).as(bad).isEqualTo(400);
        }
    }

    private String act(String what, String numbers, String more) {
        return sqs.post("/_aforo/messages", "{\"queue\":\"" + PREFIX + "a\",\"do\":\"" + what + "\",\"numbers\":"
                + numbers + more + '}').text();
    }

    private static String number(Peeked message) {
        return message.attributes().get("Number");
    }

    @Test
    void emptyIsPurge() throws InterruptedException {
        String url = sqs.queue("a");
        sqs.send(url, "1");
        sqs.send(url, "2");

        assertThat(service.empty(Arn.parse(PREFIX + "a"))).isEqualTo(2);
        assertThat(sqs.receive(url)).isEmpty();
    }

    @Test
    void nothingIsLeftBehind() {
        sqs.send(sqs.queue("a"), "1");

        sqs.bench.assertNoLeaks();
    }
}
