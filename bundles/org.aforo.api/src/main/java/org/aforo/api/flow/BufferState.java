package org.aforo.api.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a buffer holds at a moment, against what makes it flush.
 *
 * @param name       unique within its resource
 * @param bytes      held
 * @param maxBytes   at which it flushes (or throttles); {@link Long#MAX_VALUE} for no such trigger
 * @param records    held
 * @param maxRecords at which it flushes; {@link Long#MAX_VALUE} for no such trigger
 * @param oldest     age of the oldest record held, by the bench clock
 * @param flushAt    when age will flush it
 * @param last       the last flush
 * @param kind       what it is, for whoever shows it
 */
public record BufferState(String name, long bytes, long maxBytes, long records, long maxRecords, Duration oldest,
        Optional<Instant> flushAt, Optional<Flush> last, Kind kind) {

    /** What a buffer is. Limits are full when as much as may be was spent; both have it in {@code bytes}. */
    public enum Kind {
        /** Holds records. */
        BUFFER,
        /** A limit of bytes a second. */
        BYTE_RATE,
        /** A limit of records, calls or the like a second. */
        RATE
    }

    /** One that holds records. */
    public BufferState(String name, long bytes, long maxBytes, long records, long maxRecords, Duration oldest,
            Optional<Instant> flushAt, Optional<Flush> last) {
        this(name, bytes, maxBytes, records, maxRecords, oldest, flushAt, last, Kind.BUFFER);
    }

    /** A flush that was. */
    public record Flush(Instant at, FlushReason reason, long records, long bytes) {
    }
}
