package org.aforo.service.topics.internal.op;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topics;

/** Takes tags off a topic. */
public record UntagResource(Topics topics) {

    /** As in the model. */
    public record Input(String resourceArn, List<String> tagKeys) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        topics.change(TagResource.find(topics, in.resourceArn, call, "UntagResource"), meta -> {
            Map<String, String> left = new TreeMap<>(meta.tags());
            left.keySet().removeAll(in.tagKeys);
            return meta.withTags(left);
        });
        return null;
    }
}
