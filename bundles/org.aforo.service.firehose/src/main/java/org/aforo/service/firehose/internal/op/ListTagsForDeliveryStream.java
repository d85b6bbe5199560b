package org.aforo.service.firehose.internal.op;

import java.util.List;
import java.util.TreeMap;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.Limits;
import org.aforo.service.firehose.internal.op.Shapes.Tag;

/** Lists tags by key. */
public final class ListTagsForDeliveryStream {

    /** As in the model. */
    public record Input(String deliveryStreamName, String exclusiveStartTagKey, Integer limit) {
    }

    /** As in the model. */
    public record Output(List<Tag> tags, Boolean hasMoreTags) {
    }

    private final DeliveryStreams streams;

    public ListTagsForDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        TreeMap<String, String> tags = new TreeMap<>(
                streams.find(call, input.deliveryStreamName()).definition().tags());
        int limit = input.limit() == null ? Limits.TAGS : input.limit();
        var rest = input.exclusiveStartTagKey() == null ? tags : tags.tailMap(input.exclusiveStartTagKey(), false);
        List<Tag> page = rest.entrySet().stream().limit(limit).map(e -> new Tag(e.getKey(), e.getValue())).toList();
        return new Output(page, rest.size() > page.size());
    }
}
