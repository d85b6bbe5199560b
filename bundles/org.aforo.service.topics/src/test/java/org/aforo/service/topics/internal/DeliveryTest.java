package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** What queues are given, and when. */
class DeliveryTest {

    private static final AwsError BUSY = new AwsError("ServiceUnavailable", 503, "busy");

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Test
    void eachQueueGetsAnEnvelope() {
        String topic = sns.topic("news");
        String arn = sns.queue(topic, "one", Map.of());
        sns.queue(topic, "two", Map.of());

        String id = (String) sns.call("Publish", Map.of("TopicArn", topic, "Message", "hello", "Subject", "hi",
                "MessageAttributes", new TreeMap<>(Map.of("n", Map.of("DataType", "Number", "StringValue", "5"), "b",
                        Map.of("DataType", "Binary", "BinaryValue", "x".getBytes(StandardCharsets.UTF_8))))))
                .get("MessageId");
        sns.settle();

        assertThat(sns.queues.bodies("two")).hasSize(1);
        JsonNode envelope = Json.read(sns.queues.bodies("one").getFirst());
        assertThat(envelope.propertyNames()).containsExactly("Type", "MessageId", "TopicArn", "Subject", "Message",
                "Timestamp", "SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL", "MessageAttributes");
        assertThat(envelope.get("Type").stringValue()).isEqualTo("Notification");
        assertThat(envelope.get("MessageId").stringValue()).isEqualTo(id);
        assertThat(envelope.get("TopicArn").stringValue()).isEqualTo(topic);
        assertThat(envelope.get("Message").stringValue()).isEqualTo("hello");
        assertThat(envelope.get("Timestamp").stringValue()).isEqualTo("2026-01-31T22:30:00.001Z");
        assertThat(envelope.get("UnsubscribeURL").stringValue())
                .isEqualTo(Sns.BASE + "/?Action=Unsubscribe&SubscriptionArn=" + arn);
        assertThat(envelope.get("MessageAttributes").toString())
                .isEqualTo("{\"b\":{\"Type\":\"Binary\",\"Value\":\"eA==\"},"
                        + "\"n\":{\"Type\":\"Number\",\"Value\":\"5\"}}");
        assertThat(sns.queues.sent("one").getFirst().messageAttributes()).isNull();
    }

    @Test
    void rawDeliveryGivesTextAndAttributes() {
        String topic = sns.topic("raw");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));

        sns.call("Publish", Map.of("TopicArn", topic, "Message", "plain", "MessageAttributes",
                Map.of("n", Map.of("DataType", "Number", "StringValue", "5"))));
        sns.settle();

        FakeQueues.Input sent = sns.queues.sent("q").getFirst();
        assertThat(sent.messageBody()).isEqualTo("plain");
        assertThat(sent.messageAttributes()).containsEntry("n", new FakeQueues.Attribute("Number", "5", null));
    }

    @Test
    void eachProtocolMayHaveATextOfItsOwn() {
        String topic = sns.topic("json");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));

        sns.call("Publish", Map.of("TopicArn", topic, "MessageStructure", "json", "Message",
                "{\"default\":\"d\",\"sqs\":\"for queues\",\"email\":7}"));
        sns.call("Publish", Map.of("TopicArn", topic, "MessageStructure", "json", "Message",
                "{\"default\":\"d\",\"sqs\":7}"));
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("for queues", "d");
    }

    @Test
    void whatAFilterDoesNotWantIsCounted() {
        String topic = sns.topic("filtered");
        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "true", "FilterPolicyScope", "MessageBody",
                "FilterPolicy", "{\"k\":[{\"anything-but\":[\"image\"]}]}"));

        sns.publish(topic, "{\"k\":\"image\"}");
        sns.publish(topic, "{\"k\":\"sound\"}");
        sns.publish(topic, "no JSON");
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("{\"k\":\"sound\"}");
        assertThat(sns.resource(arn).attributes()).containsEntry("filtered out", "2");
        assertThat(sns.resource(arn).in().snapshot().records()).isEqualTo(1);
    }

    @Test
    void aFilterThatIsChangedIsInForceForWhatComes() {
        String topic = sns.topic("changed");
        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.publish(topic, "a");
        sns.settle();

        sns.call("SetSubscriptionAttributes", Map.of("SubscriptionArn", arn, "AttributeName", "FilterPolicy",
                "AttributeValue", "{\"x\":[\"y\"]}"));
        sns.publish(topic, "b");
        sns.settle();
        sns.call("SetSubscriptionAttributes", Map.of("SubscriptionArn", arn, "AttributeName", "FilterPolicy",
                "AttributeValue", "{}"));
        sns.publish(topic, "c");
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("a", "c");
    }

    @Test
    void aQueueThatIsBusyIsTriedAgainByTheClock() {
        String topic = sns.topic("busy");
        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.queues.fail(BUSY, 5);

        sns.publish(topic, "late");
        sns.settle();
        assertThat(sns.queues.bodies("q")).as("at once, and three times without a pause").isEmpty();
        sns.advance(Duration.ofMillis(999));
        assertThat(sns.queues.bodies("q")).isEmpty();
        assertThat(sns.resource(arn).attributes().get("delivery")).startsWith("failing since 2026-01-31T22:30:00Z");
        sns.advance(Duration.ofMillis(1));
        assertThat(sns.queues.bodies("q")).as("a second later").isEmpty();
        sns.advance(Duration.ofSeconds(1));

        assertThat(sns.queues.bodies("q")).containsExactly("late");
        assertThat(sns.resource(arn).attributes()).containsEntry("retries", "5").containsEntry("delivery", "in order");
        assertThat(sns.resource(arn).out().snapshot().errors()).isEqualTo(5);
    }

    @Test
    void whatAQueueRefusesGoesToTheDeadLettersAtOnce() {
        String topic = sns.topic("dead");
        sns.queue(topic, "gone", Map.of("RawMessageDelivery", "true", "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dlq\"}"));
        sns.queues.lose(input -> input.queue().equals("gone"));

        sns.call("Publish", Map.of("TopicArn", topic, "Message", "x", "MessageAttributes",
                Map.of("n", Map.of("DataType", "Number", "StringValue", "5"))));
        sns.settle();

        FakeQueues.Input dead = sns.queues.sent("dlq").getFirst();
        assertThat(dead.messageBody()).isEqualTo("x");
        assertThat(dead.messageAttributes()).as("its own, as it would have come")
                .isEqualTo(Map.of("n", new FakeQueues.Attribute("Number", "5", null)));
    }

    @Test
    void deadLettersThatAreBusyWait() {
        String topic = sns.topic("deader");
        sns.queue(topic, "gone", Map.of("RawMessageDelivery", "true", "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dlq\"}"));
        sns.queues.lose(input -> input.queue().equals("gone"));
        sns.queues.fail(BUSY, 2);

        sns.publish(topic, "x");
        sns.advance(Duration.ofSeconds(39));
        assertThat(sns.queues.bodies("dlq")).isEmpty();
        sns.advance(Duration.ofSeconds(1));

        assertThat(sns.queues.bodies("dlq")).containsExactly("x");
    }

    @Test
    void aMessageWithoutDeadLettersIsGivenUpAndTold() {
        String topic = sns.topic("lost");
        String arn = sns.queue(topic, "gone", Map.of());
        sns.queues.lose(input -> true);

        sns.publish(topic, "x");
        sns.settle();

        assertThat(sns.resource(arn).attributes()).containsEntry("failed", "1");
        assertThat(sns.bench.bench().events().since(0)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("delivery-failed");
            assertThat(event.resource()).isEqualTo(arn);
            assertThat(event.text()).contains("QueueDoesNotExist", "is lost");
        });
    }

    @Test
    void moreAttributesThanAQueueTakesCanNotBeRaw() {
        String topic = sns.topic("many");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        Map<String, Object> attributes = new HashMap<>();
        IntStream.range(0, 11).forEach(i -> attributes.put("a" + i, Map.of("DataType", "String", "StringValue", "x")));

        sns.call("Publish", Map.of("TopicArn", topic, "Message", "m", "MessageAttributes", attributes));
        sns.settle();

        assertThat(sns.queues.bodies("q")).isEmpty();
    }

    @Test
    void oneEndpointThatFailsHoldsNoOtherUp() {
        String topic = sns.topic("fair");
        sns.queue(topic, "bad", Map.of());
        sns.queue(topic, "good", Map.of("RawMessageDelivery", "true"));
        sns.bench.bench().quotas().override("sns.outstanding", 10L);
        List<String> all = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        all.forEach(each -> sns.publish(topic, each));
        sns.queues.busy(input -> input.queue().equals("bad"));

        sns.settle();

        assertThat(sns.queues.bodies("good")).containsExactlyElementsOf(all);
        assertThat(sns.queues.bodies("bad")).isEmpty();
    }

    @Test
    void onlySoManyAreOpenAndTheRestWaitsInTheTopic() {
        String topic = sns.topic("window");
        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.bench.bench().quotas().override("sns.outstanding", 10L);
        sns.bench.bench().faults().inject(new Fault("", "sns", "deliver", "window", new Fault.Effect.Outage(), 1, 1,
                null));
        List<String> all = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        all.forEach(each -> sns.publish(topic, each));
        sns.settle();

        assertThat(sns.resource(arn).buffers().getFirst().records()).isEqualTo(50);
        sns.bench.bench().faults().clear();
        sns.advance(Duration.ofMinutes(1));

        assertThat(sns.queues.bodies("q")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(sns.resource(arn).buffers().getFirst().records()).isZero();
    }

    @Test
    void whatIsPublishedBeforeASubscriptionIsNotForIt() {
        String topic = sns.topic("late");
        sns.publish(topic, "early");
        sns.settle();
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.publish(topic, "now");
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("now");
    }
}
