package org.aforo.service.topics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Lists a topic's subscriptions by ARN. */
public record ListSubscriptionsByTopic(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn, String nextToken) {
    }

    /** As in the model. */
    public record Output(List<SubscriptionItem> subscriptions, String nextToken) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "ListSubscriptionsByTopic");
        Page<Subscription> page = Page.of(List.copyOf(topic.subscriptions()), each -> each.meta().id(), in.nextToken,
                topics.limits().listed.getAsLong());
        return new Output(page.items().stream().map(SubscriptionItem::of).toList(), page.next());
    }
}
