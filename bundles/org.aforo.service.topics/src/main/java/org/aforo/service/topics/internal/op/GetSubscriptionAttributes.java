package org.aforo.service.topics.internal.op;

import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.Topics;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.delivery.ToldPolicy;
import org.aforo.service.topics.internal.filter.FilterPolicy;

/** Tells what a subscription is. */
public record GetSubscriptionAttributes(Topics topics) {

    private static final String SCOPE = "FilterPolicyScope";

    /** As in the model. */
    public record Input(String subscriptionArn) {
    }

    /** As in the model. */
    public record Output(Map<String, String> attributes) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Subscription subscription = Arns.subscription(topics, in.subscriptionArn, call, "GetSubscriptionAttributes");
        SubscriptionMeta meta = subscription.meta();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("SubscriptionArn", meta.arn().toString());
        all.put("TopicArn", meta.topic());
        all.put("Owner", meta.owner());
        all.put("Protocol", meta.protocol());
        all.put("Endpoint", meta.endpoint());
        all.put("PendingConfirmation", Boolean.toString(!meta.confirmed()));
        all.put("ConfirmationWasAuthenticated", Boolean.toString(meta.authenticated()));
        all.put("SubscriptionPrincipal", "arn:aws:iam::" + meta.owner() + ":root");
        all.put("RawMessageDelivery", "false");
        all.putAll(meta.attributes());
        if (!meta.attributes().containsKey("FilterPolicy")) {
            all.remove(SCOPE);
        } else {
            all.putIfAbsent(SCOPE, FilterPolicy.ATTRIBUTES);
        }
        if (meta.protocol().startsWith("http")) {
            TopicMeta topic = topics.topicOf(subscription).meta();
            all.computeIfPresent("DeliveryPolicy", (name, own) -> ToldPolicy.own(topic, own));
            all.put("EffectiveDeliveryPolicy", ToldPolicy.effective(topic, meta));
        }
        return new Output(all);
    }
}
