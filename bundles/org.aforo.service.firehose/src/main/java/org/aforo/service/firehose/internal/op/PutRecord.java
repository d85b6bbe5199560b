package org.aforo.service.firehose.internal.op;

import java.nio.ByteBuffer;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;

/** Takes one record; it is stored when this answers. */
public final class PutRecord {

    /** As in the model. */
    public record Input(String deliveryStreamName, Data record) {
    }

    /** AWS's {@code Record}. */
    public record Data(ByteBuffer data) {
    }

    /** As in the model. */
    public record Output(String recordId, Boolean encrypted) {
    }

    private final DeliveryStreams streams;

    public PutRecord(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        return new Output(streams.findToPut(call, input.deliveryStreamName()).put(input.record().data()), false);
    }
}
