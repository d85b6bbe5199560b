package org.aforo.api.log;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An ordered, durable, replayable log: one partition. Offsets are dense and grow from 0. Safe for many
 * threads.
 *
 * <p>An append is acknowledged after it is written: it then survives the process being killed. It
 * survives the machine's loss of power once it is forced to disk, on each append or at an interval, as
 * {@link org.aforo.api.BenchSettings#fsyncInterval()} says.
 */
@ProviderType
public interface RecordLog extends AutoCloseable {

    /**
     * Appends a batch: all of it or, when this throws, none.
     *
     * @return the first record's offset; the others follow
     * @throws org.aforo.api.endpoint.AwsError {@code InternalFailure} when the disk is full or fails; the log
     *         goes on once there is room
     */
    long append(List<Entry> batch);

    /**
     * Reads from an offset on. An offset below {@link #first()} reads from there; one at {@link #next()}
     * gives nothing.
     *
     * @param maxBytes counts keys and data; the first record is given even if it is larger
     */
    List<Stored> read(long offset, int maxRecords, long maxBytes);

    /**
     * Waits until a record at {@code offset} is there, for {@code timeout} of bench time at most, and not at all once
     * the log is {@link #seal() sealed}.
     */
    boolean await(long offset, Duration timeout) throws InterruptedException;

    /** Nothing will be appended any more, until it is opened anew: whoever waits for more is told at once. */
    void seal();

    /** Calls {@code listener} after each append, on the appending thread; it must not block. */
    AutoCloseable onAppend(Runnable listener);

    /** The oldest offset that is kept. */
    long first();

    /** The offset that the next record will get. */
    long next();

    /** The offset of the first record whose time is at or after {@code millis}; {@link #next()} if none is. */
    long at(long millis);

    /** Bytes kept on disk. */
    long bytes();

    /** Drops records before an offset; space is given back a segment at a time, readers see it at once. */
    void trimTo(long offset);

    /** Drops records whose time is before {@code millis}. */
    void trimBefore(long millis);

    @Override
    void close();

    /**
     * A record to append.
     *
     * @param millis its time, by the bench clock; not before that of the record before it
     * @param key    small: partition key and the like; may be empty
     * @param data   its position and limit are left as they are
     */
    record Entry(long millis, ByteBuffer key, ByteBuffer data) {
    }

    /**
     * A record that was read. It is a view of what was read of the log: each buffer is made when it is asked for. They are
     * read-only and the reader's to keep.
     */
    interface Stored {

        long offset();

        /** Its time, by the bench clock. */
        long millis();

        ByteBuffer key();

        ByteBuffer data();

        /** How many bytes its data has. */
        int dataLength();
    }
}
