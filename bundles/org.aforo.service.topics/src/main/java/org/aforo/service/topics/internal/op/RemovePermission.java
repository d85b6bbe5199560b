package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Takes a statement out of a topic's policy. */
public record RemovePermission(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn, String label) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "RemovePermission");
        topics.change(topic, meta -> meta.with("Policy", Permissions.remove(meta, in.label)));
        return null;
    }
}
