package org.aforo.service.queues.internal;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;

/**
 * Keeps a queue's messages in two record logs: {@code messages}, where a place is an offset, and {@code changes}.
 *
 * <pre>
 * a change: kind u8, then of each message or range
 *   1 deleted:  number i64
 *   2 ranges:   from i64 | to i64
 *   3 received: number i64 | dueAt i64 | first i64 | count u32
 * </pre>
 */
final class LogMessageStore implements MessageStore {

    private static final byte DELETED = 1;
    private static final byte RANGES = 2;
    private static final byte RECEIVED = 3;
    private static final int RECEIVED_BYTES = 3 * Long.BYTES + Integer.BYTES;
    private static final int CHUNK = 2_048;
    private static final long CHUNK_BYTES = 256 << 10;
    /** About what the log fetches for one record anyway. */
    private static final int AHEAD = 64;
    private static final long AHEAD_BYTES = 32 << 10;
    private static final int RECENT = 32;
    private static final int RECENT_BYTES = 2_048;
    private static final ByteBuffer NO_KEY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Bench bench;
    private final String folder;
    private final RecordLog messages;
    private final RecordLog changes;
    /** What was read last: who reads a message mostly reads the next then. */
    private volatile SoftReference<List<Stored>> ahead = new SoftReference<>(null);
    /** Small messages that were sent last, which are mostly received next where there is no backlog. */
    private volatile SoftReference<AtomicReferenceArray<Recent>> recent = new SoftReference<>(null);
    private volatile boolean closed;

    private record Recent(long place, StoredMessage message) {
    }

    LogMessageStore(QueueName name, Bench bench) {
        this.bench = bench;
        this.folder = name.logs();
        this.messages = bench.logs().open(folder + "/messages");
        this.changes = bench.logs().open(folder + "/changes");
    }

    @Override
    public void restore(Restoring restoring) throws AwsError {
        for (long at = messages.first(); at < messages.next();) {
            List<Stored> records = messages.read(at, CHUNK, CHUNK_BYTES);
            if (records.isEmpty()) {
                break;
            }
            records.forEach(record -> restoring.message(MessageCodec.head(record), record.offset()));
            at = records.getLast().offset() + 1;
        }
        for (long at = changes.first(); at < changes.next();) {
            List<Stored> records = changes.read(at, CHUNK, CHUNK_BYTES);
            if (records.isEmpty()) {
                break;
            }
            records.forEach(record -> change(record.data(), restoring));
            at = records.getLast().offset() + 1;
        }
    }

    private static void change(ByteBuffer data, Restoring restoring) {
        byte kind = data.get();
        while (data.hasRemaining()) {
            switch (kind) {
                case DELETED -> restoring.deleted(data.getLong());
                case RANGES -> restoring.deleted(data.getLong(), data.getLong());
                case RECEIVED -> restoring.received(data.getLong(), data.getLong(), data.getLong(), data.getInt());
                default -> throw AwsError.internal("A queue's log has a change of kind " + kind);
            }
        }
    }

    @Override
    public Put append(List<Filed> filed) throws AwsError {
        long now = bench.clock().millis();
        List<Entry> entries = new ArrayList<>(filed.size());
        int[] sizes = new int[filed.size()];
        for (Filed each : filed) {
            Entry entry = MessageCodec.write(each.message(), each.number(), each.dueAt(), now);
            sizes[entries.size()] = MessageCodec.size(entry);
            entries.add(entry);
        }
        long place = open(() -> messages.append(entries));
        for (int i = 0; i < sizes.length; i++) {
            remember(filed.get(i).message(), place + i, sizes[i]);
        }
        return new Put(place, sizes);
    }

    /** Attributes may be views into a request that is over by and by. */
    private void remember(StoredMessage message, long place, int size) {
        if (size <= RECENT_BYTES && message.attributes().isEmpty()) {
            AtomicReferenceArray<Recent> kept = recent.get();
            if (kept == null) {
                kept = new AtomicReferenceArray<>(RECENT);
                recent = new SoftReference<>(kept);
            }
            kept.set((int) (place % RECENT), new Recent(place, message));
        }
    }

    private StoredMessage remembered(long place) {
        AtomicReferenceArray<Recent> kept = recent.get();
        Recent found = kept == null ? null : kept.get((int) (place % RECENT));
        return found == null || found.place != place ? null : found.message;
    }

    @Override
    public StoredMessage read(long place) throws AwsError {
        StoredMessage sentLately = remembered(place);
        if (sentLately != null) {
            return sentLately;
        }
        Stored record = find(ahead.get(), place);
        if (record == null) {
            List<Stored> records = open(() -> messages.read(place, AHEAD, AHEAD_BYTES));
            ahead = new SoftReference<>(records);
            record = find(records, place);
        }
        return record == null ? null : MessageCodec.read(record);
    }

    private static Stored find(List<Stored> records, long place) {
        if (records == null || records.isEmpty()) {
            return null;
        }
        long at = place - records.getFirst().offset();
        Stored record = at < 0 || at >= records.size() ? null : records.get((int) at);
        return record == null || record.offset() != place ? null : record;
    }

    @Override
    public void deleted(long... numbers) throws AwsError {
        ByteBuffer data = ByteBuffer.allocate(1 + numbers.length * Long.BYTES).put(DELETED);
        for (long number : numbers) {
            data.putLong(number);
        }
        note(data);
    }

    @Override
    public void deletedRanges(List<long[]> ranges) throws AwsError {
        ByteBuffer data = ByteBuffer.allocate(1 + ranges.size() * 2 * Long.BYTES).put(RANGES);
        for (long[] range : ranges) {
            data.putLong(range[0]).putLong(range[1]);
        }
        note(data);
    }

    @Override
    public void received(List<Picked> picked) throws AwsError {
        ByteBuffer data = ByteBuffer.allocate(1 + picked.size() * RECEIVED_BYTES).put(RECEIVED);
        for (Picked each : picked) {
            data.putLong(each.message().number).putLong(each.dueAt()).putLong(each.first()).putInt(each.count());
        }
        note(data);
    }

    private void note(ByteBuffer data) throws AwsError {
        Entry entry = new Entry(bench.clock().millis(), NO_KEY, data.flip());
        open(() -> changes.append(List.of(entry)));
    }

    @Override
    public long next() throws AwsError {
        return open(messages::next);
    }

    @Override
    public long placeAt(long millis) throws AwsError {
        return open(() -> messages.at(millis));
    }

    @Override
    public long bytes() throws AwsError {
        return open(messages::bytes);
    }

    @Override
    public void trim(long place) throws AwsError {
        open(() -> {
            messages.trimTo(place);
            return null;
        });
    }

    @Override
    public long changes() throws AwsError {
        return open(() -> changes.next() - changes.first());
    }

    @Override
    public long changesMark() throws AwsError {
        return open(changes::next);
    }

    @Override
    public void trimChanges(long mark) throws AwsError {
        open(() -> {
            changes.trimTo(mark);
            return null;
        });
    }

    /** A log that was closed because its queue is gone says so by an exception of its own. */
    private <T> T open(Supplier<T> work) throws AwsError {
        try {
            return work.get();
        } catch (IllegalStateException e) {
            if (closed) {
                throw Errors.noQueue();
            }
            throw e;
        }
    }

    @Override
    public void delete() throws AwsError {
        closed = true;
        bench.logs().delete(folder);
    }

    @Override
    public void close() {
        closed = true;
        messages.close();
        changes.close();
    }
}
