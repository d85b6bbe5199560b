package org.aforo.service.topics.internal.delivery;

import java.util.Locale;
import java.util.StringJoiner;

import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.delivery.DeliveryPolicy.Names;

import tools.jackson.databind.JsonNode;

/**
 * A delivery policy as AWS tells it, of topics and subscriptions whose own were found good.
 *
 * @param policy what is in force
 */
public record ToldPolicy(DeliveryPolicy policy) {

    private static final Names TOPIC = DeliveryPolicy.OF_TOPIC;
    private static final Names SUBSCRIPTION = DeliveryPolicy.OF_SUBSCRIPTION;

    /** What is in force for a topic. */
    public static String effective(TopicMeta topic) {
        String json = topic.attributes().get(DeliveryPolicy.NAME);
        return new ToldPolicy(DeliveryPolicy.ofTopic(json, "")).ofTopic(json);
    }

    private String ofTopic(String json) {
        return "{\"http\":{" + retry(TOPIC.retry()) + ',' + overrides(json)
                + (policy.perSecond() == null ? "" : ',' + quoted(TOPIC.throttle()) + throttle())
                + ',' + quoted(TOPIC.request()) + request() + "}}";
    }

    /** What a topic's own says, and whether subscriptions may have another. */
    public static String own(String topicJson) {
        JsonNode http = Json.objectOrNull(topicJson).path("http");
        StringJoiner told = new StringJoiner(",", "{\"http\":{", "}}");
        add(told, http, TOPIC.retry());
        told.add(overrides(topicJson));
        add(told, http, TOPIC.throttle());
        add(told, http, TOPIC.request());
        return told.toString();
    }

    private static void add(StringJoiner told, JsonNode http, String name) {
        if (http.hasNonNull(name)) {
            told.add(quoted(name) + http.get(name));
        }
    }

    private static String overrides(String topicJson) {
        return "\"disableSubscriptionOverrides\":" + !DeliveryPolicy.overridden(topicJson);
    }

    /** What is in force for a subscription. */
    public static String effective(TopicMeta topic, SubscriptionMeta subscription) {
        return new ToldPolicy(DeliveryPolicy.of(topic, subscription)).told(true, true, true);
    }

    /** What a subscription's own says; what it doesn't is null. */
    public static String own(TopicMeta topic, String json) {
        DeliveryPolicy base = DeliveryPolicy.ofTopic(topic.attributes().get(DeliveryPolicy.NAME), "");
        JsonNode given = Json.objectOrNull(json);
        return new ToldPolicy(DeliveryPolicy.ofSubscription(json, base, "")).told(
                given.hasNonNull(SUBSCRIPTION.retry()), given.hasNonNull(SUBSCRIPTION.throttle()),
                given.hasNonNull(SUBSCRIPTION.request()));
    }

    private String told(boolean retry, boolean throttle, boolean request) {
        return '{' + (retry ? retry(SUBSCRIPTION.retry()) : quoted(SUBSCRIPTION.retry()) + "null")
                + ",\"sicklyRetryPolicy\":null," + quoted(SUBSCRIPTION.throttle())
                + (throttle && policy.perSecond() != null ? throttle() : "null")
                + ',' + quoted(SUBSCRIPTION.request()) + (request ? request() : "null") + ",\"guaranteed\":false}";
    }

    private String retry(String name) {
        return quoted(name) + "{\"minDelayTarget\":" + policy.minDelayTarget() + ",\"maxDelayTarget\":"
                + policy.maxDelayTarget() + ",\"numRetries\":" + policy.numRetries() + ",\"numMaxDelayRetries\":"
                + policy.numMaxDelayRetries() + ",\"numNoDelayRetries\":" + policy.numNoDelayRetries()
                + ",\"numMinDelayRetries\":" + policy.numMinDelayRetries() + ",\"backoffFunction\":\""
                + policy.backoff().name().toLowerCase(Locale.ROOT) + "\"}";
    }

    private String throttle() {
        return "{\"maxReceivesPerSecond\":" + policy.perSecond() + '}';
    }

    private String request() {
        return "{\"headerContentType\":" + Json.quoted(policy.contentTypeOrDefault()) + '}';
    }

    private static String quoted(String name) {
        return '"' + name + "\":";
    }
}
