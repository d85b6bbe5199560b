package org.aforo.service.firehose.internal.op;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.fault.Faults;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.service.firehose.internal.DeliveryStream;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.Errors;
import org.aforo.service.firehose.internal.Limits;

/** Takes up to 500 records; each that has an id in the answer is stored, each that has an error is not. */
public final class PutRecordBatch {

    /** As in the model. */
    public record Input(String deliveryStreamName, List<PutRecord.Data> records) {
    }

    /** As in the model. */
    public record Output(Integer failedPutCount, Boolean encrypted, List<Entry> requestResponses) {
    }

    /** AWS's {@code PutRecordBatchResponseEntry}. */
    public record Entry(String recordId, String errorCode, String errorMessage) {
    }

    private final DeliveryStreams streams;

    public PutRecordBatch(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) throws InterruptedException {
        DeliveryStream stream = streams.findToPut(call, input.deliveryStreamName());
        List<ByteBuffer> data = new ArrayList<>(input.records().size());
        long size = 0;
        for (PutRecord.Data record : input.records()) {
            data.add(record.data());
            size += record.data().remaining();
        }
        if (size > Limits.BATCH_BYTES) {
            throw Errors.invalid("Records size exceeds 4 MB limit");
        }
        return output(stream.put(data, faults(stream), false), stream.name());
    }

    private IntFunction<AwsError> faults(DeliveryStream stream) {
        Faults faults = streams.bench().faults();
        if (!faults.any()) {
            return i -> null;
        }
        String name = stream.name();
        return i -> faults.entry("firehose", "PutRecordBatch", name);
    }

    private Output output(List<Outcome> outcomes, String stream) {
        Faults faults = streams.bench().faults();
        boolean lossy = faults.any();
        int failed = 0;
        List<Entry> entries = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            AwsError error = outcome.error() != null || !lossy ? outcome.error()
                    : faults.entryAnswer("firehose", "PutRecordBatch", stream);
            if (error != null) {
                failed++;
                entries.add(new Entry(null, error.code(), error.getMessage()));
            } else {
                entries.add(new Entry(outcome.id(), null, null));
            }
        }
        return new Output(failed, false, entries);
    }
}
