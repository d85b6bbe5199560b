package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics that keep order and take nothing twice. */
class FifoTest {

    private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Test
    void groupAndIdGoWithTheMessage() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", RAW);

        sns.publish(topic, "m", "g", "d");
        sns.settle();

        FakeQueues.Input sent = sns.queues.sent("q.fifo").getFirst();
        assertThat(sent.messageGroupId()).isEqualTo("g");
        assertThat(sent.messageDeduplicationId()).isEqualTo("d");
    }

    @Test
    void aStandardQueueIsGivenNoDeduplicationId() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q", RAW);

        sns.publish(topic, "m", "g", "d");
        sns.settle();

        assertThat(sns.queues.sent("q").getFirst().messageDeduplicationId()).isNull();
    }

    @Test
    void anIdIsTakenOnceInFiveMinutes() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", RAW);

        Map<String, Object> first = sns.publish(topic, "a", "g", "d");
        Map<String, Object> again = sns.publish(topic, "b", "g", "d");
        sns.advance(Duration.ofMinutes(5).minusMillis(1));
        sns.publish(topic, "c", "g", "d");
        sns.advance(Duration.ofMillis(1));
        Map<String, Object> later = sns.publish(topic, "d", "g", "d");
        sns.settle();

        assertThat(again).isEqualTo(first);
        assertThat((String) later.get("SequenceNumber")).isGreaterThan((String) first.get("SequenceNumber"));
        assertThat(sns.queues.bodies("q.fifo")).containsExactly("a", "d");
    }

    @Test
    void contentMayBeTheId() {
        String topic = sns.fifo("t", "ContentBasedDeduplication=true");
        sns.queue(topic, "q.fifo", RAW);

        for (String message : List.of("a", "b", "b", "c")) {
            sns.publish(topic, message, "g", null);
        }
        sns.settle();

        assertThat(sns.queues.bodies("q.fifo")).containsExactly("a", "b", "c");
        assertThat(sns.queues.sent("q.fifo").getFirst().messageDeduplicationId())
                .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    }

    @Test
    void idsMayBeApartGroupByGroup() {
        String topic = sns.fifo("t", "FifoThroughputScope=MessageGroup");
        sns.queue(topic, "q.fifo", RAW);

        sns.publish(topic, "a", "g", "d");
        sns.publish(topic, "b", "h", "d");
        sns.publish(topic, "c", "h", "d");
        sns.settle();

        assertThat(sns.queues.bodies("q.fifo")).containsExactly("a", "b");
    }

    @Test
    void idsAreKnownAfterARestart() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", RAW);
        Map<String, Object> first = sns.publish(topic, "a", "g", "d");

        sns.bench.restart();

        assertThat(sns.publish(topic, "b", "g", "d")).isEqualTo(first);
    }

    @Test
    void aMessageThatFailsHoldsItsGroupUpAndNoOther() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", RAW);
        sns.queues.busy(input -> input.messageBody().equals("g1"));

        sns.publish(topic, "g1", "g", "1");
        sns.publish(topic, "g2", "g", "2");
        sns.publish(topic, "h1", "h", "3");
        sns.publish(topic, "h2", "h", "4");
        sns.settle();
        assertThat(sns.queues.bodies("q.fifo")).containsExactly("h1", "h2");
        sns.queues.busy(input -> false);
        sns.advance(Duration.ofSeconds(1));

        assertThat(sns.queues.bodies("q.fifo")).containsExactly("h1", "h2", "g1", "g2");
    }

    @Test
    void sequenceNumbersHaveTwentyDigits() {
        String topic = sns.fifo("t");

        assertThat((String) sns.publish(topic, "a", "g", "1").get("SequenceNumber"))
                .isEqualTo("10000000000000000000");
        assertThat((String) sns.publish(topic, "a", "g", "2").get("SequenceNumber"))
                .isEqualTo("10000000000000000001");
    }

    @Test
    void envelopesAreNotSignedAndTellTheSequence() {
        String topic = sns.fifo("t");
        sns.queue(topic, "q.fifo", Map.of());

        sns.publish(topic, "a", "g", "1");
        sns.settle();

        assertThat(Json.read(sns.queues.bodies("q.fifo").getFirst()).propertyNames()).containsExactly("Type",
                "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL");
    }

    @Test
    void theRateIsLimited() {
        String topic = sns.fifo("t");
        sns.bench.bench().quotas().override("sns.fifo-messages", 2L);
        sns.publish(topic, "a", "g", "1");
        sns.publish(topic, "b", "g", "2");

        AwsError error = sns.refused("Publish", Map.of("TopicArn", topic, "Message", "c", "MessageGroupId", "g",
                "MessageDeduplicationId", "3"));
        sns.advance(Duration.ofSeconds(1));

        assertThat(error.code()).isEqualTo("ThrottlingException");
        assertThat(error.status()).isEqualTo(400);
        assertThat(sns.publish(topic, "c", "g", "3")).containsKey("MessageId");
    }

    @Test
    void theBytesOfASecondAreLimited() {
        String topic = sns.fifo("t");
        sns.bench.bench().quotas().override("sns.fifo-bytes", 10L);
        sns.publish(topic, "12345678", "g", "1");

        AwsError error = sns.refused("Publish", Map.of("TopicArn", topic, "Message", "123", "MessageGroupId", "g",
                "MessageDeduplicationId", "2"));
        sns.advance(Duration.ofSeconds(1));

        assertThat(error.code()).isEqualTo("ThrottlingException");
        assertThat(sns.publish(topic, "123", "g", "2")).containsKey("MessageId");
    }

    @Test
    void theRateIsThatOfMessageGroupsWhereItIsScopedSo() {
        String topic = sns.fifo("t");
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "FifoThroughputScope",
                "AttributeValue", "MessageGroup"));
        sns.bench.bench().quotas().override("sns.fifo-messages", 1L);
        sns.bench.bench().quotas().override("sns.fifo-group-messages", 2L);
        sns.publish(topic, "a", "g", "1");
        sns.publish(topic, "b", "g", "2");
        sns.publish(topic, "c", "h", "3");

        assertThat(sns.refused("Publish", Map.of("TopicArn", topic, "Message", "d", "MessageGroupId", "g",
                "MessageDeduplicationId", "4"))).hasMessage("Rate exceeded");
    }

    @Test
    void onlyQueuesMaySubscribe() {
        String topic = sns.fifo("t");

        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "email", "Endpoint", "a@b.c")))
                .hasMessage("Invalid parameter: Invalid parameter: Endpoint Reason: Please use FIFO SQS queue");
    }
}
