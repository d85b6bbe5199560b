package org.aforo.service.topics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Topics;

/** Lists a topic's tags by key. */
public record ListTagsForResource(Topics topics) {

    /** As in the model. */
    public record Input(String resourceArn) {
    }

    /** As in the model. */
    public record Output(List<Tag> tags) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        return new Output(
                TagResource.find(topics, in.resourceArn, call, "ListTagsForResource").meta().tags().entrySet().stream()
                        .map(each -> new Tag(each.getKey(), each.getValue())).toList());
    }
}
