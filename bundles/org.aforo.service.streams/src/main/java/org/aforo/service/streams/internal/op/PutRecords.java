package org.aforo.service.streams.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.NewRecord;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Outcome;
import org.aforo.service.streams.internal.RecordSize;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamFigures;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * PutRecords.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html">API reference</a>
 */
public record PutRecords(Streams streams) {

    public record Input(String streamName, String streamARN, List<NewRecord> records) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(Integer failedRecordCount, List<Outcome> records, String encryptionType) {
    }

    public Output handle(Input in, Call call) throws AwsError, InterruptedException {
        Stream stream = streams.ready(in.streamName, in.streamARN, call);
        checkSizes(stream, in.records);
        List<Outcome> outcomes = streams.put(stream, in.records, StreamFigures.Put.PUT_RECORDS);
        int failed = 0;
        for (Outcome outcome : outcomes) {
            failed += outcome.ok() ? 0 : 1;
        }
        return new Output(failed, outcomes, stream.meta().settings().recordEncryption());
    }

    private static void checkSizes(Stream stream, List<NewRecord> records) throws AwsError {
        int most = stream.meta().settings().maxRecordBytes();
        for (int i = 0; i < records.size(); i++) {
            NewRecord record = records.get(i);
            if (RecordSize.exceeds(record.data(), record.partitionKey(), most)) {
                throw RecordSize.tooLong("records." + (i + 1) + ".member.data", most);
            }
        }
    }
}
