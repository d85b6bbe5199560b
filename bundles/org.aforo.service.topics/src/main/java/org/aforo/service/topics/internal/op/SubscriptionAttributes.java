package org.aforo.service.topics.internal.op;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.delivery.DeliveryPolicy;
import org.aforo.service.topics.internal.filter.FilterPolicy;

import tools.jackson.databind.JsonNode;

/**
 * What a subscription's attributes may be.
 *
 * @param prefix what AWS's messages begin with, after "Invalid parameter: "
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">
 *      SetSubscriptionAttributes</a>
 */
record SubscriptionAttributes(String prefix) {

    static final SubscriptionAttributes SUBSCRIBE = new SubscriptionAttributes("Attributes Reason: ");
    static final SubscriptionAttributes SET = new SubscriptionAttributes("");

    private static final Set<String> SCOPES = Set.of(FilterPolicy.ATTRIBUTES, FilterPolicy.BODY);
    private static final String FIFO = ".fifo";
    private static final String RAW = "RawMessageDelivery";
    private static final Map<String, String> DEFAULTS = Map.of(RAW, "false", "FilterPolicyScope",
            FilterPolicy.ATTRIBUTES);

    /**
     * Puts an attribute's value in.
     *
     * @throws AwsError {@code InvalidParameter}
     */
    SubscriptionMeta put(SubscriptionMeta meta, TopicMeta topic, String name, String value) {
        String given = value == null ? "" : value;
        switch (name) {
            case "FilterPolicy" -> {
                // Checked once all are known: what it may be depends on its scope.
            }
            case "FilterPolicyScope" -> demand(SCOPES.contains(given), "FilterPolicyScope: Invalid value [" + given
                    + "]. Please use either MessageBody or MessageAttributes");
            case RAW -> {
                raw(meta, given);
                return meta.with(RAW, given.toLowerCase(Locale.ROOT));
            }
            case "DeliveryPolicy" -> deliveryPolicy(meta, topic, given);
            case "RedrivePolicy" -> redrivePolicy(meta, given);
            case "SubscriptionRoleArn" ->
                demand(given.isEmpty() || given.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+"),
                        "SubscriptionRoleArn: Invalid role ARN");
            case "ReplayPolicy" -> throw wrong("ReplayPolicy: message replay is not supported by Aforo");
            default -> throw wrong("AttributeName");
        }
        return meta.with(name, given.equals("{}") && name.equals("FilterPolicy") ? null : given);
    }

    private void raw(SubscriptionMeta meta, String value) {
        boolean raw = value.equalsIgnoreCase("true");
        demand(raw || value.equalsIgnoreCase("false"), RAW + ": Invalid value [" + value
                + "]. Must be true or false.");
        demand(!raw || EndpointRules.RAW.contains(meta.protocol()), RAW + ": Not a valid attribute for "
                + meta.protocol() + " subscriptions");
    }

    private void deliveryPolicy(SubscriptionMeta meta, TopicMeta topic, String value) {
        demand(value.isEmpty() || meta.protocol().startsWith("http"),
                "DeliveryPolicy: can only be set on HTTP/S subscriptions");
        if (!value.isEmpty()) {
            DeliveryPolicy.ofSubscription(value,
                    DeliveryPolicy.ofTopic(topic.attributes().get("DeliveryPolicy"), prefix), prefix);
        }
    }

    private void redrivePolicy(SubscriptionMeta meta, String value) {
        if (value.isEmpty()) {
            return;
        }
        JsonNode policy = Json.object(value, prefix + "RedrivePolicy");
        Arn queue = Arns.of("sqs", policy.path("deadLetterTargetArn").asString(""));
        demand(queue != null, "RedrivePolicy: deadLetterTargetArn is an invalid arn");
        demand(!meta.endpoint().endsWith(FIFO) || queue.resource().endsWith(FIFO),
                "RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        demand(meta.topic().endsWith(FIFO) || !queue.resource().endsWith(FIFO),
                "RedrivePolicy: must use a standard queue as DLQ for a subscription to a standard topic.");
    }

    /** What an attribute is, whether it was set or not; empty for one that has no default. */
    static String value(SubscriptionMeta meta, String name) {
        return meta.attributes().getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
    }

    /** Checks what attributes are together. @throws AwsError {@code InvalidParameter} */
    SubscriptionMeta checked(SubscriptionMeta meta) {
        FilterPolicy.of(meta.attributes().get("FilterPolicy"),
                FilterPolicy.BODY.equals(meta.attributes().get("FilterPolicyScope")), prefix);
        demand(!meta.protocol().equals("firehose") || meta.attributes().containsKey("SubscriptionRoleArn"),
                "SubscriptionRoleArn is required for Firehose subscriptions");
        return meta;
    }

    private void demand(boolean met, String otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    private AwsError wrong(String what) {
        return Errors.parameter(prefix + what);
    }
}
