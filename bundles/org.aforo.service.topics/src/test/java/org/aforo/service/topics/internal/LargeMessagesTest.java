package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a message may be: a topic may say. */
class LargeMessagesTest {

    private static final int KIB = 1024;
    private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    private void allow(String topic, int bytes) {
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "MaximumMessageSize",
                "AttributeValue", Integer.toString(bytes)));
    }

    private AwsError refuse(String topic, String value) {
        return sns.refused("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "MaximumMessageSize",
                "AttributeValue", value));
    }

    private AwsError refuse(String topic, int bytes) {
        return sns.refused("Publish", Map.of("TopicArn", topic, "Message", "x".repeat(bytes)));
    }

    @Test
    void aMessageOfOneMebibyteIsDelivered() {
        String topic = sns.topic("t");
        allow(topic, KIB * KIB);
        sns.queue(topic, "q", RAW);
        String largest = "x".repeat(KIB * KIB);

        sns.publish(topic, largest);
        sns.publish(topic, "small");
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactlyInAnyOrder(largest, "small");
        assertThat(refuse(topic, KIB * KIB + 1)).hasMessage("Invalid parameter: Message too long");
    }

    @Test
    void aTopicMayTakeSmallerOnesOnly() {
        String topic = (String) sns.call("CreateTopic", Map.of("Name", "t", "Attributes",
                Map.of("MaximumMessageSize", "1024"))).get("TopicArn");

        sns.publish(topic, "x".repeat(KIB));
        assertThat(refuse(topic, KIB + 1)).hasMessage("Invalid parameter: Message too long");
        Map<String, Object> half = Map.of("Id", "a", "Message", "x".repeat(600));
        Map<String, Object> other = Map.of("Id", "b", "Message", "x".repeat(600));
        assertThat(sns.refused("PublishBatch", Map.of("TopicArn", topic, "PublishBatchRequestEntries",
                List.of(half, other))).code()).isEqualTo("BatchRequestTooLongException");
    }

    @Test
    void itIsToldIfItWasSaid() {
        String topic = sns.topic("t");
        assertThat(attributes(topic)).doesNotContainKey("MaximumMessageSize");

        allow(topic, 300 * KIB);

        assertThat(attributes(topic)).containsEntry("MaximumMessageSize", "307200");
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> attributes(String topic) {
        return (Map<String, String>) sns.call("GetTopicAttributes", Map.of("TopicArn", topic)).get("Attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1023", "1048577", "lots", "-5"})
    void otherSizesAreNone(String value) {
        AwsError error = refuse(sns.topic("t"), value);

        assertThat(error.code()).isEqualTo("InvalidParameterException");
        assertThat(error).hasMessageStartingWith("Invalid parameter: MaximumMessageSize: Invalid value [" + value);
    }

    @Test
    void largeOnesAreForQueuesStreamsAndFunctions() {
        String topic = sns.topic("t");
        String mail = sns.subscribe(topic, "email", "a@example.com", Map.of());

        assertThat(refuse(topic, "262145").code()).isEqualTo("InvalidParameterException");
        allow(topic, 262_144);
        sns.call("Unsubscribe", Map.of("SubscriptionArn", mail));
        allow(topic, 262_145);

        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "email", "Endpoint",
                "a@example.com")).code()).isEqualTo("InvalidParameterException");
        sns.queue(topic, "q", RAW);
        sns.subscribe(topic, "lambda", "http://localhost:9/", Map.of());
    }

    @Test
    void aHundredSubscriptionsAreTheMost() {
        String topic = sns.topic("t");
        for (int i = 0; i < 100; i++) {
            sns.queue(topic, "q" + i, RAW);
        }
        allow(topic, KIB * KIB);

        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint",
                Sns.QUEUE + "q100")).code()).isEqualTo("InvalidParameterException");
        allow(topic, KIB);
        sns.queue(topic, "q100", RAW);
        assertThat(refuse(topic, "300000").code()).isEqualTo("InvalidParameterException");
    }
}
