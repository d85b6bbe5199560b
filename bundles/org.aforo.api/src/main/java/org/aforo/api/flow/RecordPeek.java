package org.aforo.api.flow;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at records without taking them: no limit is used up, no meter moves, no consumer notices. Safe for many
 * threads; must not block for long.
 */
@ConsumerType
public interface RecordPeek {

    /** Bytes of a record's data that a look shows at most. */
    int MAX_DATA = 64 * 1024;

    /** Records that one look shows at most, whatever is asked for. */
    int MAX_RECORDS = 500;

    /** Bytes of data that one look shows about at most; it ends with the record that goes beyond. */
    long MAX_BYTES = 8 << 20;

    /** The newest records, oldest of them first: at most {@code max}, fewer where they are very large. */
    Look latest(int max);

    /**
     * The records after a position, oldest first: at most {@code max}, fewer where they are very large. Those that
     * aren't kept any more are skipped.
     *
     * @param position a {@link Look#position()} or a {@link Peeked#position()}
     * @throws org.aforo.api.endpoint.AwsError {@code InvalidArgumentException} when it isn't a position of this
     */
    Look after(String position, int max);

    /**
     * What was seen.
     *
     * @param position where to go on; that of the call when there was nothing after it
     * @param records  oldest first
     */
    record Look(String position, List<Peeked> records) {

        public Look {
            records = List.copyOf(records);
        }
    }

    /**
     * One record.
     *
     * @param position   right after it, to go on from
     * @param partition  the one it is in, or empty
     * @param key        partition key or name, or empty
     * @param time       when it came, by the bench clock
     * @param data       its first {@link #MAX_DATA} bytes at most, read-only
     * @param size       of all its data, in bytes
     * @param attributes what else there is to tell, in display order
     */
    record Peeked(String position, String partition, String key, Instant time, ByteBuffer data, long size,
            Map<String, String> attributes) {
    }
}
