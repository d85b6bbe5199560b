package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;

/** Takes other services' records into a stream; waits for throughput where a client would be throttled. */
final class StreamSink implements RecordSink {

    private static final int MAX_KEY = 256;
    private static final int MAX_DATA = 1 << 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Streams streams;
    private final StreamName name;

    StreamSink(Streams streams, StreamName name) {
        this.streams = streams;
        this.name = name;
    }

    @Override
    public List<Outcome> put(List<FlowRecord> records) throws AwsError, InterruptedException {
        Outcome[] outcomes = new Outcome[records.size()];
        List<Integer> left = new ArrayList<>(outcomes.length);
        for (int i = 0; i < outcomes.length; i++) {
            AwsError refused = refusal(records.get(i));
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
    private List<Integer> attempt(List<FlowRecord> records, List<Integer> indices, Outcome[] outcomes) throws AwsError {
        if (indices.isEmpty()) {
            return indices;
        }
        List<NewRecord> batch = indices.stream().map(index -> record(records.get(index))).toList();
        List<org.aforo.service.streams.internal.Outcome> results = PutBatch.put(streams.ready(name), batch,
                Long.MAX_VALUE, null);
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

    private static AwsError refusal(FlowRecord record) {
        if (record.key().length() > MAX_KEY) {
            return tooLong("partitionKey", MAX_KEY);
        }
        return record.data().remaining() > MAX_DATA ? tooLong("data", MAX_DATA) : null;
    }

    private static AwsError tooLong(String member, int most) {
        return Errors.validation(String.format(Locale.ROOT, "1 validation error detected: Value at '%s' failed to "
                + "satisfy constraint: Member must have length less than or equal to %d", member, most));
    }

    /** Records without a key are spread over the shards. */
    private static NewRecord record(FlowRecord record) {
        String key = record.key().isEmpty() ? Long.toHexString(ThreadLocalRandom.current().nextLong()) : record.key();
        return new NewRecord(record.data(), null, key);
    }
}
