package org.aforo.service.topics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.Topics;

/** Lists the caller's subscriptions by ARN. */
public record ListSubscriptions(Topics topics) {

    /** As in the model. */
    public record Input(String nextToken) {
    }

    /** As in the model. */
    public record Output(List<SubscriptionItem> subscriptions, String nextToken) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        List<Subscription> all = topics.of(call.account(), call.region()).stream()
                .flatMap(topic -> topic.subscriptions().stream()).sorted((a, b) -> name(a).compareTo(name(b))).toList();
        Page<Subscription> page = Page.of(all, ListSubscriptions::name, in.nextToken,
                topics.limits().listed.getAsLong());
        return new Output(page.items().stream().map(SubscriptionItem::of).toList(), page.next());
    }

    private static String name(Subscription subscription) {
        return subscription.arn().toString();
    }
}
