package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;

/** Takes other services' records into a stream; waits for throughput where a client would be throttled. */
final class StreamSink implements RecordSink {

    private static final int MAX_KEY = 256;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Streams streams;
    private final StreamName name;

    StreamSink(Streams streams, StreamName name) {
        this.streams = streams;
        this.name = name;
    }

    @Override
    public List<Outcome> put(List<FlowRecord> records) throws AwsError, InterruptedException {
        int most = streams.ready(name).meta().settings().maxRecordBytes();
        Outcome[] outcomes = new Outcome[records.size()];
        List<Integer> left = new ArrayList<>(outcomes.length);
        for (int i = 0; i < outcomes.length; i++) {
            AwsError refused = refusal(records.get(i), most);
            if (refused == null) {
                left.add(i);
            } else {
                outcomes[i] = new Outcome(null, refused);
            }
        }
        left = attempt(records, left, outcomes);
        while (!left.isEmpty()) {
            streams.bench().scheduler().sleep(PAUSE);
            left = attempt(records, left, outcomes);
        }
        return Arrays.asList(outcomes);
    }

    /** Puts the records of some indices; gives the indices of those that were throttled. */
    private List<Integer> attempt(List<FlowRecord> records, List<Integer> indices, Outcome[] outcomes)
            throws AwsError, InterruptedException {
        if (indices.isEmpty()) {
            return indices;
        }
        List<NewRecord> batch = indices.stream().map(index -> record(records.get(index))).toList();
        List<org.aforo.service.streams.internal.Outcome> results = PutBatch.put(streams.ready(name), batch,
                Long.MAX_VALUE, null, StreamFigures.Put.SINK);
        List<Integer> throttled = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            org.aforo.service.streams.internal.Outcome result = results.get(i);
            if (Errors.THROTTLED.equals(result.errorCode())) {
                throttled.add(indices.get(i));
            } else {
                outcomes[indices.get(i)] = new Outcome(result.sequenceNumber(), result.ok() ? null : result.error());
            }
        }
        return throttled;
    }

    private static AwsError refusal(FlowRecord record, int most) {
        if (record.key().length() > MAX_KEY) {
            return RecordSize.tooLong("partitionKey", MAX_KEY);
        }
        return RecordSize.exceeds(record.data(), record.key(), most) ? RecordSize.tooLong("data", most) : null;
    }

    /** Records without a key are spread over the shards. */
    private static NewRecord record(FlowRecord record) {
        String key = record.key().isEmpty() ? Long.toHexString(ThreadLocalRandom.current().nextLong()) : record.key();
        return new NewRecord(record.data(), HashKey.isOne(record.route()) ? record.route() : null, key);
    }
}
