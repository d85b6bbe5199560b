package org.aforo.service.streams.internal;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog.Stored;

/** Finds places in shards and reads on from them, for clients. */
public final class ShardReader {

    private final Streams streams;

    public ShardReader(Streams streams) {
        this.streams = streams;
    }

    /** Who may do what with the streams. */
    public Guard guard() {
        return streams.guard();
    }

    /** A shard of a stream, by anything AWS takes for its id. */
    public Shard shard(StreamName name, String shardId) throws AwsError {
        int index = ShardMeta.index(shardId);
        if (index < 0) {
            throw Errors.badShard(shardId, name);
        }
        return shard(name, index);
    }

    private Shard shard(StreamName name, int index) throws AwsError {
        Stream stream = streams.lookUp(name);
        Shard shard = stream == null ? null : stream.listed().get(index);
        if (shard == null) {
            throw Errors.noShard(ShardMeta.id(index), name);
        }
        return shard;
    }

    /**
     * The offset that a position names.
     *
     * @param operation that it was given to, for messages
     */
    public long place(Shard shard, String type, String sequenceNumber, Instant timestamp, String operation)
            throws AwsError {
        boolean wanted = type.endsWith("_SEQUENCE_NUMBER");
        if (wanted != (sequenceNumber != null)) {
            throw Errors.invalid("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and "
                    + "StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. "
                    + "Request specified " + type
                    + (wanted ? " and no StartingSequenceNumber." : " and also a StartingSequenceNumber."));
        }
        return switch (type) {
            case "TRIM_HORIZON" -> shard.first();
            case "LATEST" -> shard.next();
            case "AT_TIMESTAMP" -> at(timestamp, shard);
            case "AT_SEQUENCE_NUMBER" -> Math.min(number(sequenceNumber, shard, operation).offset(), shard.next());
            default -> Math.min(number(sequenceNumber, shard, operation).place(), shard.next());
        };
    }

    private long at(Instant timestamp, Shard shard) throws AwsError {
        if (timestamp == null) {
            throw Errors.invalid("Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. "
                    + "Current request has no timestamp parameter.");
        }
        checkPast(timestamp);
        return shard.at(timestamp.toEpochMilli());
    }

    private static SequenceNumber number(String given, Shard shard, String operation) throws AwsError {
        SequenceNumber number = SequenceNumber.parse(given);
        String used = "StartingSequenceNumber " + given + " used in " + operation + " on shard " + shard.id()
                + " in stream " + shard.stream().fullName().label() + " is invalid";
        if (number == null) {
            throw Errors.invalid(used + ".");
        }
        if (number.shard() != shard.meta().index()) {
            throw Errors.invalid("Invalid StartingSequenceNumber. It encodes " + number.shardId()
                    + ", while it was used in a call to a shard with " + shard.id());
        }
        if (number.created() != shard.createdSeconds()) {
            throw Errors.invalid(used + " because it did not come from this stream.");
        }
        return number;
    }

    /** An iterator at an offset, issued now. */
    public ShardIterator iterator(Shard shard, long offset) {
        Stream stream = shard.stream();
        return new ShardIterator(stream.fullName(), stream.meta().created(), shard.meta().index(), offset, now());
    }

    /** A read: the records, and the iterator that goes on after them (null at a closed shard's end). */
    public record Page(Shard shard, List<Stored> records, ShardIterator next, long millisBehind) {
    }

    /** Reads what an iterator points at. */
    public Page read(ShardIterator iterator, int maxRecords) throws AwsError {
        iterator.checkAge(now());
        Shard shard = shard(iterator.stream(), iterator.shard());
        Stream stream = shard.stream();
        if (stream.meta().created() != iterator.created()) {
            throw Errors.invalidIterator();
        }
        if (!shard.limits().admitRead()) {
            shard.out().throttle(1);
            stream.out().throttle(1);
            stream.figures().readThrottled();
            throw Errors.throttled(shard.id(), stream.fullName());
        }
        long begun = streams.bench().clock().nanos();
        List<Stored> records = shard.read(iterator.offset(), maxRecords, streams.limits().callBytes.getAsLong());
        long bytes = count(shard, records);
        Page page = page(shard, iterator.offset(), records);
        stream.figures().read(records.size(), bytes, page.millisBehind(),
                streams.bench().clock().nanos() - begun);
        shard.noteIteratorAge(page.millisBehind());
        return page;
    }

    private static long count(Shard shard, List<Stored> records) {
        long bytes = 0;
        for (Stored record : records) {
            bytes += RecordKey.length(record.key()) + record.dataLength();
        }
        shard.limits().gave(bytes);
        if (!records.isEmpty()) {
            shard.out().add(records.size(), bytes);
            shard.stream().out().add(records.size(), bytes);
        }
        return bytes;
    }

    private Page page(Shard shard, long offset, List<Stored> records) {
        long next = records.isEmpty() ? offset : records.getLast().offset() + 1;
        boolean closed = shard.meta().closed() != null; // asked first: nothing comes after it
        boolean atTip = next >= shard.next();
        long behind = atTip || records.isEmpty() ? 0 : Math.max(0, now() - records.getLast().millis());
        boolean ended = closed && atTip;
        return new Page(shard, records, ended ? null : iterator(shard, next), behind);
    }

    public long now() {
        return streams.bench().clock().millis();
    }

    /** Refuses a moment that is yet to come. */
    public void checkPast(Instant moment) throws AwsError {
        long now = now();
        if (moment.toEpochMilli() > now) {
            throw Errors.invalid("The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
                    + "timestampInMillis: " + moment.toEpochMilli() + ", currentTimestampInMillis: " + now);
        }
    }
}
