package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Changes one attribute of a subscription; in force for what isn't looked at yet. */
public record SetSubscriptionAttributes(Topics topics) {

    private static final String FILTER = "FilterPolicy";

    /** As in the model. */
    public record Input(String subscriptionArn, String attributeName, String attributeValue) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        Subscription subscription = Arns.subscription(topics, in.subscriptionArn, call, "SetSubscriptionAttributes");
        Topic topic = topics.topicOf(subscription);
        topics.change(subscription, meta -> {
            SubscriptionMeta now = SubscriptionAttributes.SET.checked(
                    SubscriptionAttributes.SET.put(meta, topic.meta(), in.attributeName, in.attributeValue));
            if (now.attributes().containsKey(FILTER) && !meta.attributes().containsKey(FILTER)) {
                topics.checkFilters(topic);
            }
            return now;
        });
        return null;
    }
}
