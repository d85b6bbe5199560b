package org.aforo.service.topics.internal.op;

import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;

/** AWS's {@code Subscription}, as it is listed. */
public record SubscriptionItem(String subscriptionArn, String owner, String protocol, String endpoint,
        String topicArn) {

    static SubscriptionItem of(Subscription subscription) {
        SubscriptionMeta meta = subscription.meta();
        String arn = switch (meta.state()) {
            case PENDING -> "PendingConfirmation";
            case CONFIRMED -> meta.arn().toString();
            case ENDED -> "Deleted";
        };
        return new SubscriptionItem(arn, meta.owner(), meta.protocol(), meta.endpoint(), meta.topic());
    }
}
