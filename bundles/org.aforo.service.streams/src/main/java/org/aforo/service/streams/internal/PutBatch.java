package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog.Entry;

/**
 * Puts a batch of records: routes all of them in one pass, then gives each shard its share in one
 * append. A record counts with its partition key, as AWS counts it. Used once, by one thread.
 */
final class PutBatch {

    private static final AwsError FAILED = AwsError.internal("Internal service failure.");
    private static final int INDEX_BITS = 32;

    private final Stream stream;
    private final PutFaults faults;
    private ShardMap shards;
    private final List<NewRecord> records;
    private final byte[][] keys;
    private final int[] sizes;
    private final HashKey[] explicit;
    private final Outcome[] outcomes;
    /** Slot of the shard in the upper half, index of the record in the lower: sorted, it is grouped by shard. */
    private final long[] order;
    /** Whether no record passes one before it that there was no room for; AWS's clients have to put up with that. */
    private final boolean ordered;
    private int routed;
    /** Those whose shard was closed on the way. */
    private final List<Integer> late = new ArrayList<>();
    private long putRecords;
    private long putBytes;
    private long throttles;
    private long errors;

    private PutBatch(Stream stream, List<NewRecord> records, PutFaults faults, boolean ordered) {
        this.ordered = ordered;
        this.stream = stream;
        this.faults = faults;
        this.shards = stream.open();
        this.records = records;
        this.keys = new byte[records.size()][];
        this.sizes = new int[records.size()];
        this.explicit = new HashKey[records.size()];
        this.outcomes = new Outcome[records.size()];
        this.order = new long[records.size()];
    }

    /**
     * Puts records.
     *
     * @param maxBytes of all together
     * @param faults   asked for each record and shard; null for none
     * @param by       the operation it is for
     * @return an outcome for each, in order
     */
    static List<Outcome> put(Stream stream, List<NewRecord> records, long maxBytes, PutFaults faults,
            StreamFigures.Put by) throws AwsError, InterruptedException {
        PutBatch batch = new PutBatch(stream, records, faults, by == StreamFigures.Put.SINK);
        batch.measure(maxBytes);
        batch.route();
        batch.append();
        while (!batch.late.isEmpty()) {
            batch.rerouted();
            batch.append();
        }
        if (faults != null) {
            batch.errors += faults.lose(batch.outcomes);
        }
        batch.count(by);
        return Arrays.asList(batch.outcomes);
    }

    private void measure(long maxBytes) {
        long total = 0;
        for (int i = 0; i < keys.length; i++) {
            NewRecord record = records.get(i);
            keys[i] = record.partitionKey().getBytes(StandardCharsets.UTF_8);
            sizes[i] = keys[i].length + record.data().remaining();
            total += sizes[i];
        }
        if (total > maxBytes) {
            throw Errors.invalid("Records size exceeds " + (maxBytes >> 20) + " MB limit");
        }
    }

    private void route() {
        MessageDigest md5 = md5();
        for (int i = 0; i < keys.length; i++) {
            String given = records.get(i).explicitHashKey();
            explicit[i] = given == null ? null : HashKey.parse(given);
            HashKey key = given == null ? HashKey.of(keys[i], md5) : explicit[i];
            int slot = shards.slot(key);
            AwsError fault = faults == null ? null : faults.entry(shards.shard(slot));
            if (fault == null) {
                order[routed++] = (long) slot << INDEX_BITS | i;
            } else {
                outcomes[i] = Outcome.failed(fault);
                errors++;
            }
        }
        Arrays.sort(order, 0, routed);
    }

    /** A reshard came between: the children of the closed shards are there by now. */
    private void rerouted() {
        MessageDigest md5 = md5();
        shards = stream.open();
        routed = 0;
        for (int i : late) {
            HashKey key = explicit[i] == null ? HashKey.of(keys[i], md5) : explicit[i];
            order[routed++] = (long) shards.slot(key) << INDEX_BITS | i;
        }
        late.clear();
        Arrays.sort(order, 0, routed);
    }

    private void append() throws AwsError, InterruptedException {
        int from = 0;
        while (from < routed) {
            long slot = order[from] >> INDEX_BITS;
            int to = from + 1;
            while (to < routed && order[to] >> INDEX_BITS == slot) {
                to++;
            }
            append(shards.shard((int) slot), from, to);
            from = to;
        }
    }

    private void append(Shard shard, int from, int to) throws AwsError, InterruptedException {
        AwsError fault = faults == null ? null : faults.gate(shard);
        if (fault != null) {
            for (int i = from; i < to; i++) {
                outcomes[(int) order[i]] = Outcome.failed(fault);
            }
            errors += to - from;
            return;
        }
        int[] admitted = admit(shard, from, to);
        int refused = to - from - admitted.length;
        if (refused > 0) {
            throttles += refused;
            shard.in().throttle(refused);
        }
        if (admitted.length > 0) {
            write(shard, admitted);
        }
    }

    private int[] admit(Shard shard, int from, int to) {
        int[] admitted = new int[to - from];
        long bytes = 0;
        for (int i = from; i < to; i++) {
            admitted[i - from] = (int) order[i];
            bytes += sizes[(int) order[i]];
        }
        return shard.limits().admit(admitted.length, bytes) ? admitted : admitSingly(shard, admitted);
    }

    /** There isn't room for all: each takes what is left, in order. */
    private int[] admitSingly(Shard shard, int[] candidates) {
        int count = 0;
        int[] admitted = new int[candidates.length];
        Outcome throttled = Outcome.failed(Errors.throttled(shard.id(), stream.fullName()));
        boolean full = candidates.length == 1;
        for (int candidate : candidates) {
            if (!full && shard.limits().admit(1, sizes[candidate])) {
                admitted[count++] = candidate;
            } else {
                outcomes[candidate] = throttled;
                full = ordered;
            }
        }
        return Arrays.copyOf(admitted, count);
    }

    private void write(Shard shard, int[] admitted) {
        try {
            Shard.Appended at = shard.append(millis -> entries(admitted, millis));
            long bytes = 0;
            for (int i = 0; i < admitted.length; i++) {
                bytes += sizes[admitted[i]];
                String number = shard.sequenceNumber(at.offset() + i, at.millis());
                outcomes[admitted[i]] = new Outcome(number, shard.id(), null, null);
            }
            shard.in().add(admitted.length, bytes);
            putRecords += admitted.length;
            putBytes += bytes;
        } catch (ShardClosed e) {
            for (int index : admitted) {
                late.add(index);
            }
        } catch (AwsError e) {
            if (e.status() < 500) {
                throw e;
            }
            Outcome failed = Outcome.failed(FAILED);
            for (int index : admitted) {
                outcomes[index] = failed;
            }
            shard.in().error(admitted.length);
            errors += admitted.length;
        }
    }

    private List<Entry> entries(int[] indices, long millis) {
        List<Entry> entries = new ArrayList<>(indices.length);
        String keyId = stream.meta().settings().keyId();
        int seal = keyId == null ? 0 : stream.keys().number(stream.fullName().account(), keyId);
        for (int index : indices) {
            ByteBuffer data = records.get(index).data();
            entries.add(new Entry(millis, RecordKey.write(keys[index], explicit[index], seal),
                    seal == 0 ? data : stream.keys().seal(seal, data)));
        }
        return entries;
    }

    private void count(StreamFigures.Put by) {
        stream.figures().put(by, records.size(), putRecords, putBytes, throttles, errors);
        if (putRecords > 0) {
            stream.in().add(putRecords, putBytes);
        }
        if (throttles > 0) {
            stream.in().throttle(throttles);
        }
        if (errors > 0) {
            stream.in().error(errors);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
