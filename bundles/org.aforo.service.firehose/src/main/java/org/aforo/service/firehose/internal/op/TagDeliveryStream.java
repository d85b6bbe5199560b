package org.aforo.service.firehose.internal.op;

import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.op.Shapes.Tag;

/** Adds tags, or replaces their values. */
public final class TagDeliveryStream {

    /** As in the model. */
    public record Input(String deliveryStreamName, List<Tag> tags) {
    }

    /** As in the model. */
    public record Output() {
    }

    private final DeliveryStreams streams;

    public TagDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        streams.change(streams.find(call, input.deliveryStreamName()),
                before -> before.with(Tags.added(before.tags(), input.tags())));
        return new Output();
    }
}
