package org.aforo.service.topics.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.TopicAccess;
import org.aforo.service.topics.internal.Topics;

/** Removes a topic with its subscriptions; one that isn't there is removed already. */
public record DeleteTopic(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        topics.find(Arns.topicArn(in.topicArn, call)).ifPresent(topic -> {
            TopicAccess.check(topic, call, "DeleteTopic", Map.of());
            topics.delete(topic);
        });
        return null;
    }
}
