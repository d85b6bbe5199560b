package org.aforo.service.topics.internal.op;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Finds what inputs name. */
final class Arns {

    private static final int ELEMENTS = 6;

    private Arns() {
    }

    /** @throws AwsError {@code InvalidParameter} when it isn't an ARN, {@code NotFound} when there is no such topic */
    static Topic topic(Topics topics, String arn) {
        return topics.find(parse(arn, "TopicArn")).orElseThrow(Errors::noTopic);
    }

    /** @throws AwsError {@code InvalidParameter} when it isn't an ARN, {@code NotFound} when there is none */
    static Subscription subscription(Topics topics, String arn) {
        return topics.findSubscription(parse(arn, "SubscriptionArn")).orElseThrow(Errors::noSubscription);
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
