package org.aforo.service.topics.internal.op;

import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.SubscriptionMeta.State;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.Topics;
import org.aforo.service.topics.internal.delivery.ToldPolicy;

/** Tells what a topic is. */
public record GetTopicAttributes(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn) {
    }

    /** As in the model. */
    public record Output(Map<String, String> attributes) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "GetTopicAttributes");
        TopicMeta meta = topic.meta();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("TopicArn", meta.arn().toString());
        all.put("Owner", meta.account());
        all.put("DisplayName", "");
        all.put("Policy", Permissions.policy(meta));
        all.put("SubscriptionsConfirmed", Long.toString(topic.count(State.CONFIRMED)));
        all.put("SubscriptionsPending", Long.toString(topic.count(State.PENDING)));
        all.put("SubscriptionsDeleted", Long.toString(topic.count(State.ENDED)));
        all.put("EffectiveDeliveryPolicy", ToldPolicy.effective(meta));
        if (meta.fifo()) {
            all.put("FifoThroughputScope", "Topic");
        }
        all.putAll(meta.attributes());
        all.computeIfPresent("DeliveryPolicy", (name, own) -> ToldPolicy.own(own));
        return new Output(all);
    }
}
