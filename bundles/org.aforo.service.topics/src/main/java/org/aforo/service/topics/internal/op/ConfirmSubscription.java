package org.aforo.service.topics.internal.op;

import java.util.HexFormat;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.SubscriptionMeta.State;
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
        Subscription subscription = find(in);
        boolean signed = !call.accessKey().isEmpty();
        boolean guarded = signed && "true".equalsIgnoreCase(in.authenticateOnUnsubscribe);
        topics.change(subscription, meta -> meta.confirmed() ? meta : confirmed(meta, signed).guard(guarded));
        return new Output(subscription.arn().toString());
    }

    /** AWS goes by the token: of the topic it looks at the region alone. */
    private Subscription find(Input in) {
        Arn topic = Arns.of("sns", in.topicArn);
        if (topic == null) {
            throw Errors.parameter("Topic");
        }
        if (!in.token.chars().allMatch(HexFormat::isHexDigit)) {
            throw Errors.plain("Invalid token");
        }
        Subscription found = topics.byToken(topic, in.token).orElseThrow(() -> Errors.parameter("Token"));
        if (!found.arn().region().equals(topic.region())) {
            throw Errors.parameter("Topic");
        }
        return found;
    }

    private static SubscriptionMeta confirmed(SubscriptionMeta meta, boolean signed) {
        return meta.with(State.CONFIRMED, meta.token(), signed);
    }
}
