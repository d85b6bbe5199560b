package org.aforo.service.firehose.internal.op;

import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;

/** Removes tags; keys that aren't there don't matter. */
public final class UntagDeliveryStream {

    /** As in the model. */
    public record Input(String deliveryStreamName, List<String> tagKeys) {
    }

    /** As in the model. */
    public record Output() {
    }

    private final DeliveryStreams streams;

    public UntagDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        streams.change(streams.find(call, input.deliveryStreamName()),
                before -> before.with(Tags.without(before.tags(), input.tagKeys())));
        return new Output();
    }
}
