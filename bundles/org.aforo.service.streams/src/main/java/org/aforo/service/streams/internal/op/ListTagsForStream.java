package org.aforo.service.streams.internal.op;

import java.util.List;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * ListTagsForStream.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForStream.html">API reference</a>
 */
public record ListTagsForStream(Streams streams) {

    private static final int MOST = 50;

    public record Input(String streamName, String streamARN, String exclusiveStartTagKey,
            Integer limit) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(List<Tag> tags, Boolean hasMoreTags) {
    }

    /**
     * Tag.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Tag.html">API reference</a>
     */
    public record Tag(String key, String value) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        TreeMap<String, String> all = new TreeMap<>(streams.find(in.streamName, in.streamARN, call).meta().tags());
        int limit = in.limit == null ? MOST : in.limit;
        List<Tag> rest = (in.exclusiveStartTagKey == null ? all : all.tailMap(in.exclusiveStartTagKey, false))
                .entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
        boolean more = rest.size() > limit;
        return new Output(more ? rest.subList(0, limit) : rest, more);
    }
}
