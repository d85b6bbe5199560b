package org.aforo.service.firehose.internal;

import java.nio.ByteBuffer;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;

/** Takes records of other services into a delivery stream, under the same limits as direct puts. */
record FirehoseSink(DeliveryStream stream) implements RecordSink {

    @Override
    public List<Outcome> put(List<FlowRecord> records) throws AwsError, InterruptedException {
        if (records.isEmpty()) {
            return List.of();
        }
        List<ByteBuffer> data = records.stream().map(FlowRecord::data).toList();
        return stream.put(data, i -> tooLarge(data.get(i)), true);
    }

    private static AwsError tooLarge(ByteBuffer data) {
        return data.remaining() <= Limits.RECORD_BYTES ? null
                : Errors.invalid("Record size exceeds " + Limits.RECORD_BYTES + " bytes");
    }
}
