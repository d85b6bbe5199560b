package org.aforo.service.streams.internal.op;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Resources;
import org.aforo.service.streams.internal.StreamName;

/** Tags of streams and consumers, by ARN. */
public record ResourceTags(Resources resources) {

    public record TagInput(String resourceARN, Map<String, String> tags) implements OfStream {
        public String resource() {
            return name(resourceARN);
        }
    }

    public record UntagInput(String resourceARN, List<String> tagKeys) implements OfStream {
        public String resource() {
            return name(resourceARN);
        }
    }

    public record ListInput(String resourceARN) implements OfStream {
        public String resource() {
            return name(resourceARN);
        }
    }

    public record ListOutput(List<ListTagsForStream.Tag> tags) {
    }

    private static String name(String arn) {
        return StreamName.shortName(null, StreamName.ofConsumer(arn));
    }

    /**
     * TagResource.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_TagResource.html">API reference</a>
     */
    public Void tag(TagInput in, Call call) throws AwsError {
        resources.tag(in.resourceARN, in.tags);
        return null;
    }

    /**
     * UntagResource.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UntagResource.html">API reference</a>
     */
    public Void untag(UntagInput in, Call call) throws AwsError {
        resources.untag(in.resourceARN, in.tagKeys);
        return null;
    }

    /**
     * ListTagsForResource.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForResource.html">AWS</a>
     */
    public ListOutput list(ListInput in, Call call) throws AwsError {
        return new ListOutput(resources.tags(in.resourceARN).entrySet().stream()
                .map(tag -> new ListTagsForStream.Tag(tag.getKey(), tag.getValue())).toList());
    }
}
