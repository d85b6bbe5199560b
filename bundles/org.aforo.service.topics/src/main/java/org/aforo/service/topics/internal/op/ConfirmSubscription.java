package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.SubscriptionMeta.State;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Confirms a subscription by what its endpoint was told, or restores one that was ended; also by opening the link. */
public record ConfirmSubscription(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn, String token, String authenticateOnUnsubscribe) {
    }

    /** As in the model. */
    public record Output(String subscriptionArn) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn);
        Subscription subscription = topic.subscriptions().stream()
                .filter(each -> in.token.equals(each.meta().token())).findAny()
                .orElseThrow(() -> Errors.parameter("Token"));
        boolean signed = !call.accessKey().isEmpty();
        boolean guarded = signed && "true".equalsIgnoreCase(in.authenticateOnUnsubscribe);
        topics.change(subscription, meta -> meta.confirmed() ? meta : confirmed(meta, signed).guard(guarded));
        return new Output(subscription.arn().toString());
    }

    private static SubscriptionMeta confirmed(SubscriptionMeta meta, boolean signed) {
        return meta.with(State.CONFIRMED, meta.token(), signed);
    }
}
