package org.aforo.service.topics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/** Adds a statement to a topic's policy. */
public record AddPermission(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn, String label, List<String> aWSAccountId, List<String> actionName) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "AddPermission");
        topics.change(topic, meta -> meta.with("Policy",
                Permissions.add(meta, in.label, in.aWSAccountId, in.actionName, topics.bench().policies())));
        return null;
    }
}
