package org.aforo.service.streams.internal.op;

import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;
import org.aforo.service.streams.internal.TagRules;

/**
 * AddTagsToStream.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html">API reference</a>
 */
public record AddTagsToStream(Streams streams) {

    public record Input(String streamName, String streamARN, Map<String, String> tags) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        TagRules.check(in.tags, name);
        streams.update(name, meta -> {
            Map<String, String> tags = new TreeMap<>(meta.tags());
            tags.putAll(in.tags);
            TagRules.checkCount(tags.size(), streams.maxTags(), name);
            return meta.withTags(tags);
        });
        return null;
    }
}
