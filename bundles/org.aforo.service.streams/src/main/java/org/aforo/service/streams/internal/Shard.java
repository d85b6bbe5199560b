package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.BufferState;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;
import org.aforo.api.meter.Meter;

/** A shard: a range of hash keys, and the log of the records that fell into it. Safe for many threads. */
public final class Shard implements Resource {

    private static final long MILLIS = 1_000;

    private final Stream stream;
    private volatile ShardMeta meta;
    private final Bench bench;
    private final String id;
    private final Arn arn;
    private final SequenceFormat numbers;
    private final ShardLimits limits;
    private final Meter in;
    private final Meter out;
    /** Keeps times in the log's order, and appends off a shard that is going. */
    private final ReentrantLock appending = new ReentrantLock();
    private volatile RecordLog log;
    private volatile Map<String, String> fixed;
    private volatile ShardFigures figures;
    private long latest;
    private volatile boolean gone;

    Shard(Stream stream, ShardMeta meta, Bench bench, Limits limits) {
        this.stream = stream;
        this.meta = meta;
        this.bench = bench;
        this.id = ShardMeta.id(meta.index());
        Arn parent = stream.arn();
        this.arn = Arn.of(parent.service(), parent.region(), parent.account(), parent.resource() + "/shard/" + id);
        this.numbers = new SequenceFormat(meta.created() / MILLIS, meta.index());
        this.limits = new ShardLimits(limits, bench.clock());
        this.in = bench.meters().open(arn.toString(), "in");
        this.out = bench.meters().open(arn.toString(), "out");
    }

    public String id() {
        return id;
    }

    /** How its ARN ends, for faults by resource. */
    public String resource() {
        return ShardMeta.resource(stream.name(), id);
    }

    public Stream stream() {
        return stream;
    }

    public ShardMeta meta() {
        return meta;
    }

    public ShardLimits limits() {
        return limits;
    }

    /** The number of the record at an offset that came in at a time. */
    public String sequenceNumber(long offset, long millis) {
        return numbers.format(offset + 1, millis / MILLIS);
    }

    /** The number that all of the shard's records lie above. */
    public String firstNumber() {
        return numbers.format(0, meta.created() / MILLIS);
    }

    /** The number that all of a closed shard's records lie below; null while it is open. */
    public String lastNumber() {
        return meta.closed() == null ? null : numbers.format(SequenceNumber.END, meta.closed() / MILLIS);
    }

    /** When it was made, in seconds since the epoch, as its sequence numbers have it. */
    public long createdSeconds() {
        return meta.created() / MILLIS;
    }

    /** Where a batch came to lie. */
    record Appended(long offset, long millis) {
    }

    /**
     * Appends a batch.
     *
     * @param batch makes its entries, given the time they are to have
     * @throws ShardClosed when it was split or merged meanwhile
     */
    Appended append(LongFunction<List<Entry>> batch) throws AwsError, ShardClosed {
        appending.lock();
        try {
            if (gone) {
                throw Errors.noStream(stream.fullName());
            }
            if (meta.closed() != null) {
                throw new ShardClosed();
            }
            RecordLog to = log();
            latest = Math.max(latest, bench.clock().millis());
            return new Appended(to.append(batch.apply(latest)), latest);
        } finally {
            appending.unlock();
        }
    }

    /** Reads on from an offset; what is older than the stream's retention is never given. */
    List<Stored> read(long offset, int maxRecords, long maxBytes) throws AwsError {
        try {
            RecordLog from = log();
            List<Stored> records = from.read(offset, maxRecords, maxBytes);
            long horizon = horizon();
            if (records.isEmpty() || records.getFirst().millis() >= horizon) {
                return opened(records);
            }
            from.trimBefore(horizon);
            return opened(from.read(offset, maxRecords, maxBytes));
        } catch (IllegalStateException e) {
            throw unlessGone(e);
        }
    }

    /** Whether there ever was a record in it since this bench began, or before. */
    boolean isUsed() {
        return log != null;
    }

    /** Decrypts those that are encrypted. */
    private List<Stored> opened(List<Stored> records) throws AwsError {
        if (stream.keys().isEmpty()) {
            return records; // no need to look at each
        }
        List<Stored> opened = new ArrayList<>(records.size());
        for (Stored record : records) {
            int seal = RecordKey.seal(record.key());
            opened.add(seal == 0 ? record : new Opened(record, stream.keys().open(seal, record.data())));
        }
        return opened;
    }

    /** A record with its data decrypted. */
    private record Opened(Stored sealed, ByteBuffer data) implements Stored {

        @Override
        public long offset() {
            return sealed.offset();
        }

        @Override
        public long millis() {
            return sealed.millis();
        }

        @Override
        public ByteBuffer key() {
            return sealed.key();
        }

        @Override
        public int dataLength() {
            return data.remaining();
        }
    }

    /** The offset that the next record will get. */
    public long next() {
        return log().next();
    }

    /** The offset of the oldest record kept. */
    public long first() throws AwsError {
        return at(horizon());
    }

    /** The offset of the first record kept that came at a time or later. */
    public long at(long millis) throws AwsError {
        try {
            return log().at(Math.max(millis, horizon()));
        } catch (IllegalStateException e) {
            throw unlessGone(e);
        }
    }

    /** Waits for the record at an offset. */
    boolean await(long offset, Duration wait) throws AwsError, InterruptedException {
        try {
            return log().await(offset, wait);
        } catch (IllegalStateException e) {
            throw unlessGone(e);
        }
    }

    /** The log was closed under a reader: the stream was deleted. */
    private RuntimeException unlessGone(IllegalStateException e) {
        return gone ? Errors.noStream(stream.fullName()) : e;
    }

    /** Gives back the space of records past retention. */
    void trim() {
        RecordLog held = log;
        if (held != null) {
            held.trimBefore(horizon());
        }
    }

    /** What CloudWatch tells; made when it is first asked for, since most shards' never is. */
    synchronized ShardFigures figures() {
        if (figures == null) {
            figures = new ShardFigures(in, out);
        }
        return figures;
    }

    /** Notes how far a reader was behind. */
    void noteIteratorAge(long millis) {
        ShardFigures noted = figures;
        if (noted != null) {
            noted.noteIteratorAge(millis);
        }
    }

    private long horizon() {
        return bench.clock().millis() - stream.retention().toMillis();
    }

    /** Opened when first used: most of ten thousand shards may never be. */
    private RecordLog log() {
        RecordLog held = log;
        return held != null ? held : open();
    }

    RecordLog open() {
        appending.lock();
        try {
            if (gone) {
                throw Errors.noStream(stream.fullName());
            }
            if (log == null) {
                RecordLog opened = bench.logs().open(stream.fullName().logs() + '/' + id);
                List<Stored> last = opened.read(opened.next() - 1, 1, 1);
                latest = last.isEmpty() ? 0 : last.getLast().millis();
                if (meta.closed() != null) {
                    opened.seal();
                }
                log = opened;
            }
            return log;
        } finally {
            appending.unlock();
        }
    }

    /** Closes it for good, as {@code closed} tells: what it holds can still be read. */
    void finish(ShardMeta closed) {
        appending.lock();
        try {
            meta = closed;
            if (log != null) {
                log.seal();
            }
        } finally {
            appending.unlock();
        }
    }

    /** Ends it: nothing is appended any more. Its log is to be deleted, which closes it and forces nothing. */
    void close() {
        appending.lock();
        try {
            gone = true;
        } finally {
            appending.unlock();
        }
        in.close();
        out.close();
    }

    @Override
    public Arn arn() {
        return arn;
    }

    @Override
    public String kind() {
        return "shard";
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Optional<Arn> parent() {
        return Optional.of(stream.arn());
    }

    @Override
    public String state() {
        return meta.closed() == null ? "OPEN" : "CLOSED";
    }

    @Override
    public Map<String, String> attributes() {
        RecordLog held = log;
        Map<String, String> shown = new LinkedHashMap<>(fixed());
        shown.put("Records kept", Long.toString(held == null ? 0 : held.next() - held.first()));
        shown.put("Bytes kept", Long.toString(held == null ? 0 : held.bytes()));
        return shown;
    }

    /** What never changes; put into words once, as it is asked for often. */
    private Map<String, String> fixed() {
        Map<String, String> shown = fixed;
        if (shown == null) {
            HashRange range = meta.range();
            shown = new LinkedHashMap<>();
            shown.put("Starting hash key", range.start().toString());
            shown.put("Ending hash key", range.end().toString());
            shown.put("Starting sequence number", firstNumber());
            fixed = shown;
        }
        return shown;
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    @Override
    public List<BufferState> buffers() {
        return limits.states();
    }
}
