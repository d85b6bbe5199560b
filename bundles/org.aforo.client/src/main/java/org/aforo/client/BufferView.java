package org.aforo.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a buffer holds, against what makes it flush (or throttle).
 *
 * @param maxBytes   at which it flushes; so {@code maxRecords}; empty for no such trigger
 * @param oldestSeconds age of the oldest record, by the bench's clock
 * @param flushAt    when age will flush it, by the bench's clock
 * @param kind       what it is; a limit has what was spent in {@code bytes}
 */
public record BufferView(String name, long bytes, OptionalLong maxBytes, long records, OptionalLong maxRecords,
        double oldestSeconds, Optional<Instant> flushAt, Optional<Flush> last, Kind kind) {

    /** What a buffer is. */
    public enum Kind {
        /** Holds records. */
        BUFFER,
        /** A limit of bytes a second. */
        BYTE_RATE,
        /** A limit of records, calls or the like a second. */
        RATE;

        /** One that isn't known here is a buffer. */
        static Kind of(String told) {
            for (Kind kind : values()) {
                if (kind.name().equals(told)) {
                    return kind;
                }
            }
            return BUFFER;
        }
    }

    /** A flush that was; {@code reason} is {@code SIZE}, {@code COUNT}, {@code INTERVAL} or {@code MANUAL}. */
    public record Flush(Instant at, String reason, long records, long bytes) {
    }

    /** How full it is by its fullest trigger of size or count, from 0 to 1; more when it holds more than it may. */
    public double fill() {
        double size = maxBytes.isPresent() ? (double) bytes / Math.max(1, maxBytes.getAsLong()) : 0;
        double count = maxRecords.isPresent() ? (double) records / Math.max(1, maxRecords.getAsLong()) : 0;
        return Math.max(size, count);
    }
}
