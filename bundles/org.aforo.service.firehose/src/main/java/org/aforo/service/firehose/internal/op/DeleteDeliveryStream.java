package org.aforo.service.firehose.internal.op;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;

/** Deletes a delivery stream and its data; it is {@code DELETING} for a while. */
public final class DeleteDeliveryStream {

    /** As in the model; {@code AllowForceDelete} is about KMS grants, of which there are none. */
    public record Input(String deliveryStreamName) {
    }

    /** As in the model. */
    public record Output() {
    }

    private final DeliveryStreams streams;

    public DeleteDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        streams.delete(streams.find(call, input.deliveryStreamName()));
        return new Output();
    }
}
