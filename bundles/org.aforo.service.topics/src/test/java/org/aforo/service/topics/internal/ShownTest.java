package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.Tally;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen of topics, and what others can do with them. */
class ShownTest {

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    private IngestionService service() {
        return sns.bench.service("sns");
    }

    @Test
    void linksLeadFromTopicToDestination() {
        String topic = sns.topic("t");
        String arn = sns.queue(topic, "q", Map.of("RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dlq\"}"));

        assertThat(sns.resource(topic).links()).containsExactly(new Resource.Link(Arn.parse(arn), "subscription"));
        Resource subscription = sns.resource(arn);
        assertThat(subscription.kind()).isEqualTo("subscription");
        assertThat(subscription.name()).isEqualTo("sqs q");
        assertThat(subscription.parent()).contains(Arn.parse(topic));
        assertThat(subscription.state()).isEqualTo("CONFIRMED");
        assertThat(subscription.links()).containsExactly(
                new Resource.Link(Arn.parse(Sns.QUEUE + "q"), "delivers to"),
                new Resource.Link(Arn.parse(Sns.QUEUE + "dlq"), "dead letters to"));
    }

    @Test
    void metersCountWhatComesAndGoes() {
        String topic = sns.topic("t");
        sns.queue(topic, "a", Map.of());
        sns.queue(topic, "b", Map.of());
        sns.publish(topic, "12345");
        sns.settle();

        assertThat(sns.resource(topic).in().snapshot().records()).isEqualTo(1);
        assertThat(sns.resource(topic).in().snapshot().bytes()).isEqualTo(5);
        assertThat(sns.resource(topic).out().snapshot().records()).isEqualTo(2);
    }

    @Test
    void cloudWatchIsTold() {
        String topic = sns.topic("t");
        sns.queue(topic, "a", Map.of("FilterPolicy", "{\"k\":[1]}"));
        sns.queue(topic, "b", Map.of());
        sns.queue(topic, "gone", Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dlq\"}"));
        sns.queues.lose(input -> input.queue().equals("gone"));
        sns.publish(topic, "12345");
        sns.settle();

        Map<String, Long> sums = new HashMap<>();
        for (PublishedMetric metric : service().metrics()) {
            assertThat(metric.namespace()).isEqualTo("AWS/SNS");
            assertThat(metric.dimensions()).isEqualTo(Map.of("TopicName", "t"));
            sums.put(metric.name(), ((Tally) metric.source()).draw().sum());
        }
        assertThat(sums).containsEntry("NumberOfMessagesPublished", 1L).containsEntry("PublishSize", 5L)
                .containsEntry("NumberOfNotificationsDelivered", 1L).containsEntry("NumberOfNotificationsFailed", 1L)
                .containsEntry("NumberOfNotificationsFilteredOut", 1L)
                .containsEntry("NumberOfNotificationsFilteredOut-NoMessageAttributes", 1L)
                .containsEntry("NumberOfNotificationsRedrivenToDlq", 1L)
                .containsEntry("NumberOfNotificationsFailedToRedriveToDlq", 0L);
    }

    @Test
    void messagesCanBeLookedAt() {
        String topic = sns.topic("t");
        sns.call("Publish", Map.of("TopicArn", topic, "Message", "a", "Subject", "s", "MessageAttributes",
                Map.of("k", Map.of("DataType", "String", "StringValue", "v"))));
        RecordPeek peek = service().peek(Arn.parse(topic)).orElseThrow();
        RecordPeek.Look look = peek.latest(10);
        sns.publish(topic, "b");

        assertThat(look.records()).singleElement().satisfies(message -> {
            assertThat(text(message)).isEqualTo("a");
            assertThat(message.time()).isEqualTo(TestBench.ORIGIN);
            assertThat(message.attributes()).containsEntry("Subject", "s").containsEntry("k (String)", "v")
                    .containsKey("Message id");
        });
        assertThat(peek.after(look.position(), 10).records()).extracting(ShownTest::text).containsExactly("b");
        assertThat(service().peek(Arn.parse(topic + "x"))).isEmpty();
    }

    private static String text(Peeked peeked) {
        return StandardCharsets.UTF_8.decode(peeked.data().duplicate()).toString();
    }

    @Test
    void othersCanPublishRecords() throws InterruptedException {
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        RecordSink sink = service().sink(Arn.parse(topic)).orElseThrow();

        List<RecordSink.Outcome> outcomes = sink.put(List.of(item("", "a"), item("", "")));
        sns.settle();

        assertThat(outcomes.get(0).error()).isNull();
        assertThat(outcomes.get(1).error()).hasMessage("Invalid parameter: Empty message");
        assertThat(sns.queues.bodies("q")).containsExactly("a");
    }

    @Test
    void inAFifoTopicTheKeyIsTheGroup() throws InterruptedException {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", Map.of("RawMessageDelivery", "true"));
        RecordSink sink = service().sink(Arn.parse(topic)).orElseThrow();

        sink.put(List.of(item("g", "same"), item("g", "same")));
        sns.settle();

        assertThat(sns.queues.sent("q.fifo")).hasSize(2).allSatisfy(
                each -> assertThat(each.messageGroupId()).isEqualTo("g"));
    }

    private static FlowRecord item(String key, String text) {
        return new FlowRecord("", key, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), TestBench.ORIGIN);
    }

    @Test
    void actionsAreOfTheModel() {
        for (Action action : service().actions()) {
            if (action.operation() == null) {
                continue;
            }
            Map<String, Object> schema = sns.bench.dispatcher().describe("sns", action.operation()).input();
            Map<?, ?> members = (Map<?, ?>) schema.get("properties");
            action.pages().forEach(page -> page.fields().forEach(
                    field -> assertThat(members.keySet().contains(field.member())).as(field.member()).isTrue()));
            action.bind().keySet().forEach(name -> assertThat(members.keySet().contains(name)).as(name).isTrue());
        }
    }
}
