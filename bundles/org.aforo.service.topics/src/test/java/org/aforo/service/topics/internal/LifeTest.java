package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** How topics and subscriptions come, are told of, change and go. */
class LifeTest {

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Test
    void aTopicIsMadeOnce() {
        String topic = sns.topic("t");

        assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:000000000000:t").isEqualTo(sns.topic("t"));
        assertThat(topicAttributes(topic)).containsEntry("TopicArn", topic).containsEntry("Owner", "000000000000")
                .containsEntry("DisplayName", "").containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("SubscriptionsPending", "0").containsEntry("SubscriptionsDeleted", "0")
                .containsEntry("EffectiveDeliveryPolicy", "{\"http\":{\"defaultHealthyRetryPolicy\":{"
                        + "\"minDelayTarget\":20,\"maxDelayTarget\":20,\"numRetries\":3,\"numMaxDelayRetries\":0,"
                        + "\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,\"backoffFunction\":\"linear\"},"
                        + "\"disableSubscriptionOverrides\":false,\"defaultRequestPolicy\":{\"headerContentType\":"
                        + "\"text/plain; charset=UTF-8\"}}}")
                .doesNotContainKey("FifoTopic");
        assertThat(topicAttributes(sns.fifo("f"))).containsEntry("FifoTopic", "true")
                .containsEntry("ContentBasedDeduplication", "false");
    }

    @Test
    void attributesAreChangedAndKept() {
        String topic = sns.topic("t");
        set(topic, "DisplayName", "News");
        set(topic, "SignatureVersion", "2");
        String arn = sns.queue(topic, "q", Map.of());

        sns.bench.restart();

        assertThat(topicAttributes(topic)).containsEntry("DisplayName", "News").containsEntry("SignatureVersion", "2");
        assertThat(sns.attributes(arn)).containsEntry("Protocol", "sqs").containsEntry("Endpoint", Sns.QUEUE + "q")
                .containsEntry("PendingConfirmation", "false").containsEntry("ConfirmationWasAuthenticated", "true")
                .containsEntry("RawMessageDelivery", "false").containsEntry("Owner", "000000000000")
                .doesNotContainKey("FilterPolicy");
        set(topic, "DisplayName", "");
        assertThat(topicAttributes(topic)).containsEntry("DisplayName", "");
    }

    @Test
    void aSubscriptionIsMadeOnce() {
        String topic = sns.topic("t");

        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "TRUE"));

        for (Map<String, String> alike : List.of(Map.<String, String>of(), Map.of("RawMessageDelivery", "True"),
                Map.of("FilterPolicyScope", "MessageAttributes", "FilterPolicy", "{}"))) {
            assertThat(sns.queue(topic, "q", alike)).isEqualTo(arn).startsWith(topic + ":");
        }
        assertThat(sns.attributes(arn)).containsEntry("RawMessageDelivery", "true");
        assertThat(topicAttributes(topic)).containsEntry("SubscriptionsConfirmed", "1");
    }

    @Test
    void aScopeIsToldWithItsPolicyOnly() {
        String arn = sns.queue(sns.topic("t"), "q", Map.of("FilterPolicyScope", "MessageBody"));

        assertThat(sns.attributes(arn)).doesNotContainKey("FilterPolicyScope");
        sns.call("SetSubscriptionAttributes", Map.of("SubscriptionArn", arn, "AttributeName", "FilterPolicy",
                "AttributeValue", "{\"a\":{\"b\":[1]}}"));
        assertThat(sns.attributes(arn)).containsEntry("FilterPolicyScope", "MessageBody");
    }

    @Test
    void listsComeInPages() {
        List<String> all = IntStream.range(100, 350).mapToObj(i -> sns.topic("t" + i)).toList();
        List<String> listed = new ArrayList<>();
        Map<String, Object> page = sns.call("ListTopics", Map.of());
        Sns.list(page, "Topics").forEach(each -> listed.add((String) each.get("TopicArn")));
        assertThat(listed).hasSize(100);
        sns.call("DeleteTopic", Map.of("TopicArn", all.get(99)));
        sns.topic("t0");
        while (page.containsKey("NextToken")) {
            page = sns.call("ListTopics", Map.of("NextToken", page.get("NextToken")));
            Sns.list(page, "Topics").forEach(each -> listed.add((String) each.get("TopicArn")));
        }

        assertThat(listed).isEqualTo(all);
    }

    @Test
    void subscriptionsAreListed() {
        String topic = sns.topic("t");
        String other = sns.topic("u");
        String queue = sns.queue(topic, "q", Map.of());
        sns.subscribe(topic, "email", "a@example.com", Map.of());
        sns.queue(other, "r", Map.of());

        assertThat(Sns.list(sns.call("ListSubscriptions", Map.of()), "Subscriptions")).hasSize(3);
        assertThat(Sns.list(sns.call("ListSubscriptionsByTopic", Map.of("TopicArn", topic)), "Subscriptions"))
                .containsExactlyInAnyOrder(
                        Map.of("SubscriptionArn", queue, "Owner", "000000000000", "Protocol", "sqs", "Endpoint",
                                Sns.QUEUE + "q", "TopicArn", topic),
                        Map.of("SubscriptionArn", "PendingConfirmation", "Owner", "000000000000", "Protocol", "email",
                                "Endpoint", "a@example.com", "TopicArn", topic));
    }

    @Test
    void aTopicGoesWithItsSubscriptions() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.publish(topic, "lost");

        sns.call("DeleteTopic", Map.of("TopicArn", topic));
        sns.topic("t");
        sns.settle();

        assertThat(sns.queues.bodies("q")).isEmpty();
        assertThat(Sns.list(sns.call("ListSubscriptions", Map.of()), "Subscriptions")).isEmpty();
        assertThat(sns.bench.service("sns").resources()).hasSize(1);
    }

    @Test
    void nothingComesAfterUnsubscribing() {
        String topic = sns.topic("t");
        String arn = sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        sns.publish(topic, "a");
        sns.settle();

        sns.call("Unsubscribe", Map.of("SubscriptionArn", arn));
        sns.publish(topic, "b");
        sns.settle();
        sns.bench.restart();
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("a");
    }

    @Test
    void tagsAreKept() {
        String topic = (String) sns.call("CreateTopic", Map.of("Name", "t", "Tags",
                List.of(Map.of("Key", "a", "Value", "1")))).get("TopicArn");
        sns.call("TagResource", Map.of("ResourceArn", topic, "Tags", List.of(Map.of("Key", "b", "Value", "2"),
                Map.of("Key", "c", "Value", ""))));
        sns.call("UntagResource", Map.of("ResourceArn", topic, "TagKeys", List.of("a", "z")));

        sns.bench.restart();

        assertThat(Sns.list(sns.call("ListTagsForResource", Map.of("ResourceArn", topic)), "Tags"))
                .containsExactly(Map.of("Key", "b", "Value", "2"), Map.of("Key", "c", "Value", ""));
    }

    @Test
    void permissionsAreStatementsOfThePolicy() {
        String topic = sns.topic("t");
        sns.call("AddPermission", Map.of("TopicArn", topic, "Label", "friends", "AWSAccountId",
                List.of("111111111111"), "ActionName", List.of("Publish", "Subscribe")));

        JsonNode statements = Json.read(topicAttributes(topic).get("Policy")).get("Statement");
        assertThat(statements.size()).isEqualTo(2);
        assertThat(statements.get(1).toString()).isEqualTo("{\"Sid\":\"friends\",\"Effect\":\"Allow\",\"Principal\":"
                + "{\"AWS\":[\"arn:aws:iam::111111111111:root\"]},\"Action\":[\"SNS:Publish\",\"SNS:Subscribe\"],"
                + "\"Resource\":\"" + topic + "\"}");
        sns.call("RemovePermission", Map.of("TopicArn", topic, "Label", "friends"));
        assertThat(Json.read(topicAttributes(topic).get("Policy")).get("Statement").size()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftAfterAReset() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of());
        sns.call("Publish", Map.of("PhoneNumber", "+34600000000", "Message", "m"));

        sns.bench.service("sns").reset();

        assertThat(sns.bench.service("sns").resources()).isEmpty();
        sns.bench.restart();
        assertThat(sns.bench.service("sns").resources()).isEmpty();
    }

    @Test
    void nothingIsLeftOpen() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of());
        sns.publish(topic, "m");
        sns.settle();

        sns.bench.assertNoLeaks();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> topicAttributes(String topic) {
        return (Map<String, String>) sns.call("GetTopicAttributes", Map.of("TopicArn", topic)).get("Attributes");
    }

    private void set(String topic, String name, String value) {
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", name, "AttributeValue", value));
    }
}
