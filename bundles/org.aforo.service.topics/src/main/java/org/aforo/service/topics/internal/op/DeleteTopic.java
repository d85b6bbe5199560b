package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topics;

/** Removes a topic with its subscriptions; one that isn't there is removed already. */
public record DeleteTopic(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        topics.find(Arns.topicArn(in.topicArn, call)).ifPresent(topics::delete);
        return null;
    }
}
