package org.aforo.service.streams.internal.op;

import java.nio.ByteBuffer;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.NewRecord;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Outcome;
import org.aforo.service.streams.internal.RecordSize;
import org.aforo.service.streams.internal.SequenceNumber;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamFigures;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * PutRecord.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html">API reference</a>
 */
public record PutRecord(Streams streams) {

    public record Input(String streamName, String streamARN, ByteBuffer data, String partitionKey,
            String explicitHashKey, String sequenceNumberForOrdering) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String shardId, String sequenceNumber, String encryptionType) {
    }

    public Output handle(Input in, Call call) throws AwsError, InterruptedException {
        Stream stream = streams.ready(in.streamName, in.streamARN, call);
        if (in.sequenceNumberForOrdering != null) {
            checkOrdering(in.sequenceNumberForOrdering, stream);
        }
        NewRecord record = new NewRecord(in.data, in.explicitHashKey, in.partitionKey);
        RecordSize.check(record, stream.meta().settings().maxRecordBytes(), "data");
        Outcome outcome = streams.put(stream, List.of(record), StreamFigures.Put.PUT_RECORD).getFirst();
        if (!outcome.ok()) {
            throw outcome.error();
        }
        return new Output(outcome.shardId(), outcome.sequenceNumber(),
                stream.meta().settings().recordEncryption());
    }

    /** A later record of a shard has a higher number in any case; but the number must be one that was given out. */
    private void checkOrdering(String number, Stream stream) throws AwsError {
        SequenceNumber before = SequenceNumber.parse(number);
        if (before == null || before.seconds() > streams.bench().clock().now().getEpochSecond()) {
            throw Errors.invalid("ExclusiveMinimumSequenceNumber " + number + " used in PutRecord on stream "
                    + stream.fullName().label() + " is invalid.");
        }
    }
}
