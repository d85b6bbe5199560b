package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.Topics;

/** Changes one attribute of a topic. */
public record SetTopicAttributes(Topics topics) {

    /** As in the model. */
    public record Input(String topicArn, String attributeName, String attributeValue) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "SetTopicAttributes");
        TopicAttributes.SET.check(in.attributeName, in.attributeValue, topic.meta().fifo(),
                topics.bench().policies());
        topics.change(topic, meta -> {
            TopicMeta now = meta.with(in.attributeName, in.attributeValue);
            if (in.attributeName.equals(TopicMeta.MESSAGE_BYTES)) {
                LargeMessages.check(now, topic);
            }
            return now;
        });
        return null;
    }
}
