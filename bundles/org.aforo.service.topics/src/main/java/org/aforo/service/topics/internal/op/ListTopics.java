package org.aforo.service.topics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Lists the caller's topics by name. */
public record ListTopics(Topics topics) {

    /** As in the model. */
    public record Input(String nextToken) {
    }

    /** As in the model. */
    public record Output(List<Item> topics, String nextToken) {
    }

    /** AWS's {@code Topic}. */
    public record Item(String topicArn) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Page<Topic> page = Page.of(topics.of(call.account(), call.region()), Topic::name, in.nextToken,
                topics.limits().listed.getAsLong());
        return new Output(page.items().stream().map(topic -> new Item(topic.arn().toString())).toList(), page.next());
    }
}
