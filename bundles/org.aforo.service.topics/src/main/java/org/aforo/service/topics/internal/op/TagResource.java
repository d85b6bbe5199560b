package org.aforo.service.topics.internal.op;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicAccess;
import org.aforo.service.topics.internal.Topics;

/** Adds tags to a topic. */
public record TagResource(Topics topics) {

    /** As in the model. */
    public record Input(String resourceArn, List<Tag> tags) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        topics.change(find(topics, in.resourceArn, call, "TagResource"), meta -> meta.withTags(
                Tag.added(meta.tags(), in.tags, topics.limits())));
        return null;
    }

    /** @throws AwsError {@code ResourceNotFound}, {@code AuthorizationError} */
    static Topic find(Topics topics, String arn, Call call, String action) {
        Topic topic = topics.find(Arns.parse(arn, "ResourceArn")).orElseThrow(Errors::noResource);
        TopicAccess.check(topic, call, action, Map.of());
        return topic;
    }
}
