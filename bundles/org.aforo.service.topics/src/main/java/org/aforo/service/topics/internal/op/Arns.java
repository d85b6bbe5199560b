package org.aforo.service.topics.internal.op;

import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicAccess;
import org.aforo.service.topics.internal.Topics;

/** Finds what inputs name. */
final class Arns {

    private static final String TOPIC = "TopicArn";
    private static final String SUBSCRIPTION = "SubscriptionArn";
    private static final int ELEMENTS = 6;

    private Arns() {
    }

    /**
     * The topic that an ARN names, once its account or its policy lets the caller do that.
     *
     * @throws AwsError {@code InvalidParameter} when it isn't an ARN of the caller's region, {@code NotFound} when there
     *                  is no such topic, {@code AuthorizationError}
     */
    static Topic topic(Topics topics, String arn, Call call, String action) {
        return topic(topics, arn, call, action, Map.of());
    }

    /** As {@link #topic(Topics, String, Call, String)}, with condition keys of SNS. */
    static Topic topic(Topics topics, String arn, Call call, String action, Map<String, String> keys) {
        Topic topic = topics.find(topicArn(arn, call)).orElseThrow(Errors::noTopic);
        TopicAccess.check(topic, call, action, keys);
        return topic;
    }

    /**
     * A topic's ARN. A region has its own topics; who doesn't sign calls from none.
     *
     * @throws AwsError {@code InvalidParameter} when it isn't one, or one of another region
     */
    static Arn topicArn(String text, Call call) {
        Arn arn = parse(text, TOPIC);
        if (!call.accessKey().isEmpty() && !arn.region().equals(call.region())) {
            throw Errors.parameter(TOPIC);
        }
        return arn;
    }

    /**
     * The subscription that an ARN names, of the caller's account or of a topic of it.
     *
     * @throws AwsError {@code InvalidParameter} when it isn't an ARN, {@code NotFound} when there is none,
     *                  {@code AuthorizationError}
     */
    static Subscription subscription(Topics topics, String arn, Call call, String action) {
        Subscription subscription = topics.findSubscription(subscriptionArn(arn))
                .orElseThrow(Errors::noSubscription);
        TopicAccess.check(subscription, call, action);
        return subscription;
    }

    /** @throws AwsError {@code InvalidParameter} when it isn't a subscription's ARN */
    static Arn subscriptionArn(String text) {
        if (text.isEmpty()) {
            throw Errors.parameter(SUBSCRIPTION + " Reason: no value for required parameter");
        }
        Arn arn = parse(text, SUBSCRIPTION);
        if (arn.resource().indexOf(':') < 0) {
            throw Errors.parameter("SubscriptionId");
        }
        return arn;
    }

    /** @throws AwsError {@code InvalidParameter} when it isn't one of SNS's ARNs */
    static Arn parse(String text, String parameter) {
        int elements = text.split(":", -1).length;
        if (elements < ELEMENTS) {
            throw Errors.parameter(parameter + " Reason: An ARN must have at least 6 elements, not " + elements);
        }
        try {
            Arn arn = Arn.parse(text);
            if (arn.service().equals("sns")) {
                return arn;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as are those of other services.
        }
        throw Errors.parameter(parameter);
    }

    /** A resource of another service, or null when the text isn't an ARN of it. */
    static Arn of(String service, String text) {
        try {
            Arn arn = Arn.parse(text);
            return arn.service().equals(service) ? arn : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
