package org.aforo.service.topics.internal.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.delivery.RetryPolicy.Backoff;

import tools.jackson.databind.JsonNode;

/**
 * How HTTP endpoints are delivered to.
 *
 * @param perSecond   deliveries in a second at most; null for as many as there are
 * @param contentType what messages are told to be; null for AWS's default
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy">
 *      Creating a delivery policy</a>
 */
public record DeliveryPolicy(int numRetries, int numNoDelayRetries, int numMinDelayRetries, int numMaxDelayRetries,
        int minDelayTarget, int maxDelayTarget, Backoff backoff, Integer perSecond, String contentType) {

    /** AWS's default: three retries, 20 seconds apart. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(3, 0, 0, 0, 20, 20, Backoff.LINEAR, null, null);

    /** What requests to confirm are told to be, and messages if no policy says otherwise. */
    static final String PLAIN = "text/plain; charset=UTF-8";

    static final String NAME = "DeliveryPolicy";
    private static final int LONGEST = 3_600;
    private static final int MOST = 100;
    private static final Set<String> CONTENT_TYPES = Set.of("text/plain", "application/json", "application/xml",
            "text/css", "text/csv", "text/html", "text/xml", "application/x-www-form-urlencoded",
            "application/octet-stream");

    /** Where AWS's names differ between a topic and a subscription. */
    record Names(String retry, String throttle, String request) {
    }

    static final Names OF_SUBSCRIPTION = new Names("healthyRetryPolicy", "throttlePolicy", "requestPolicy");
    static final Names OF_TOPIC = new Names("defaultHealthyRetryPolicy", "defaultThrottlePolicy",
            "defaultRequestPolicy");

    /**
     * What a subscription's own policy makes of its topic's.
     *
     * @param prefix what AWS's message begins with, after "Invalid parameter: "
     * @throws AwsError {@code InvalidParameter}
     */
    public static DeliveryPolicy ofSubscription(String json, DeliveryPolicy topic, String prefix) {
        return json == null ? topic : new Reader(prefix).read(object(json, prefix), OF_SUBSCRIPTION, topic);
    }

    /** What a topic's policy says. @throws AwsError as {@link #ofSubscription} */
    public static DeliveryPolicy ofTopic(String json, String prefix) {
        JsonNode http = json == null ? null : object(json, prefix).get("http");
        return http == null ? DEFAULT : new Reader(prefix).read(http, OF_TOPIC, DEFAULT);
    }

    /** What is in force for a subscription whose attributes were found good. */
    public static DeliveryPolicy of(TopicMeta topic, SubscriptionMeta subscription) {
        String ofTopic = topic.attributes().get(NAME);
        return ofSubscription(overridden(ofTopic) ? subscription.attributes().get(NAME) : null, ofTopic(ofTopic, ""),
                "");
    }

    /** Whether a topic's policy lets subscriptions have their own. */
    static boolean overridden(String topicJson) {
        JsonNode object = topicJson == null ? null : Json.objectOrNull(topicJson);
        JsonNode http = object == null ? null : object.get("http");
        return http == null || !http.path("disableSubscriptionOverrides").asBoolean(false);
    }

    private static JsonNode object(String json, String prefix) {
        return Json.object(json, prefix + NAME);
    }

    private record Reader(String prefix) {

        DeliveryPolicy read(JsonNode json, Names names, DeliveryPolicy base) {
            boolean given = json.hasNonNull(names.retry());
            JsonNode retry = json.path(names.retry());
            String at = names.retry() + '.';
            int retries = number(retry, at, "numRetries", base.numRetries, 0, MOST);
            int shortest = number(retry, at, "minDelayTarget", base.minDelayTarget, 1, LONGEST);
            DeliveryPolicy policy = new DeliveryPolicy(retries,
                    number(retry, at, "numNoDelayRetries", given ? 0 : base.numNoDelayRetries, 0, MOST),
                    number(retry, at, "numMinDelayRetries", given ? 0 : base.numMinDelayRetries, 0, MOST),
                    number(retry, at, "numMaxDelayRetries", given ? 0 : base.numMaxDelayRetries, 0, MOST),
                    shortest,
                    number(retry, at, "maxDelayTarget", Math.max(shortest, base.maxDelayTarget), 1, LONGEST),
                    backoff(retry, at, base.backoff), perSecond(json, names, base), contentType(json, names, base));
            policy.check(prefix, at);
            return policy;
        }

        private int number(JsonNode json, String at, String name, int usual, int least, int most) {
            JsonNode node = json.path(name);
            if (node.isMissingNode() || node.isNull()) {
                return usual;
            }
            if (!node.isInt()) {
                throw wrong(at + name + " must be an integer");
            }
            if (node.intValue() < least) {
                throw wrong(at + name + " must be greater than or equal to " + least);
            }
            if (node.intValue() > most) {
                throw wrong(at + name + " must be less than or equal to " + most);
            }
            return node.intValue();
        }

        private Backoff backoff(JsonNode json, String at, Backoff usual) {
            JsonNode node = json.path("backoffFunction");
            if (node.isMissingNode() || node.isNull()) {
                return usual;
            }
            for (Backoff each : Backoff.values()) {
                if (node.isString() && each.name().equalsIgnoreCase(node.stringValue())) {
                    return each;
                }
            }
            throw wrong(at + "backoffFunction must be one of linear, arithmetic, geometric, exponential");
        }

        private Integer perSecond(JsonNode json, Names names, DeliveryPolicy base) {
            JsonNode throttle = json.path(names.throttle());
            int limit = number(throttle, names.throttle() + '.', "maxReceivesPerSecond",
                    base.perSecond == null ? Integer.MAX_VALUE : base.perSecond, 1, Integer.MAX_VALUE);
            return limit == Integer.MAX_VALUE ? null : Integer.valueOf(limit);
        }

        private String contentType(JsonNode json, Names names, DeliveryPolicy base) {
            JsonNode node = json.path(names.request()).path("headerContentType");
            if (node.isMissingNode() || node.isNull()) {
                return base.contentType;
            }
            if (!node.isString() || !CONTENT_TYPES.contains(media(node.stringValue()))) {
                throw wrong(names.request() + ".headerContentType is not supported: " + node.asString());
            }
            return node.stringValue();
        }

        private static String media(String contentType) {
            return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }

        private AwsError wrong(String what) {
            return Errors.parameter(prefix + NAME + ": " + what);
        }
    }

    private void check(String prefix, String at) {
        if (maxDelayTarget < minDelayTarget) {
            throw Errors.parameter(prefix + NAME + ": " + at + "maxDelayTarget must be greater than or equal to "
                    + at + "minDelayTarget");
        }
        if (growing() < 0) {
            throw Errors.parameter(prefix + NAME + ": " + at + "numRetries must be greater than or equal to "
                    + "total of numMinDelayRetries, numNoDelayRetries and numMaxDelayRetries");
        }
        if (retries().total().toSeconds() > LONGEST) {
            throw Errors.parameter(prefix + "DeliveryPolicy: The total policy retry time cannot be greater than "
                    + LONGEST + " seconds");
        }
    }

    private int growing() {
        return numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries;
    }

    /** When deliveries are tried again. */
    public RetryPolicy retries() {
        return new RetryPolicy(numNoDelayRetries, numMinDelayRetries, growing(), numMaxDelayRetries,
                Duration.ofSeconds(minDelayTarget), Duration.ofSeconds(maxDelayTarget), backoff);
    }

    /** What messages are told to be. */
    public String contentTypeOrDefault() {
        return contentType == null ? PLAIN : contentType;
    }
}
