package org.aforo.service.streams.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;

/**
 * Where a look at a stream goes on. Either exactly, by the next offset of each shard (those that aren't told begin with
 * their oldest record): {@code 0:1f.3:2}; or right after one record in the order of time: {@code @TIME:SHARD:OFFSET}.
 * All numbers have base 36.
 */
sealed interface PeekPosition {

    /** Longer ones don't fit into a request's head. */
    int LONGEST = 24 * 1024;
    int BASE = 36;
    /** Where a stream stands that never held anything. */
    String NOTHING = "0:0";

    /** The first offset that comes after it in a shard. */
    long from(Shard shard) throws AwsError;

    /** By shard. */
    record Offsets(Map<Integer, Long> next) implements PeekPosition {
        @Override
        public long from(Shard shard) {
            return next.getOrDefault(shard.meta().index(), 0L);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(next).forEach((shard, offset) -> text.append(text.isEmpty() ? "" : ".")
                    .append(Integer.toString(shard, BASE)).append(':').append(Long.toString(offset, BASE)));
            if (text.length() > LONGEST) {
                throw Errors.invalid("The stream has too many shards to look at all of them at once; look at one.");
            }
            return text.isEmpty() ? NOTHING : text.toString();
        }
    }

    /** After one record. */
    record After(long millis, int shard, long offset) implements PeekPosition {
        @Override
        public long from(Shard other) throws AwsError {
            int index = other.meta().index();
            if (index == shard) {
                return offset + 1;
            }
            return other.at(index < shard ? millis + 1 : millis);
        }

        @Override
        public String toString() {
            return '@' + Long.toString(millis, BASE) + ':' + Integer.toString(shard, BASE) + ':'
                    + Long.toString(offset, BASE);
        }
    }

    /** @throws AwsError when it isn't one */
    static PeekPosition parse(String text) throws AwsError {
        try {
            return text.startsWith("@") ? after(numbers(text.substring(1), 3)) : offsets(text);
        } catch (NumberFormatException e) {
            throw Errors.invalid("Not a position in this stream: " + text);
        }
    }

    private static String[] numbers(String text, int count) {
        String[] parts = text.split(":", -1);
        if (parts.length != count) {
            throw new NumberFormatException(text);
        }
        return parts;
    }

    private static PeekPosition after(String[] parts) {
        return new After(Long.parseLong(parts[0], BASE), Integer.parseInt(parts[1], BASE),
                Long.parseLong(parts[2], BASE));
    }

    private static PeekPosition offsets(String text) {
        Map<Integer, Long> next = new HashMap<>();
        for (String pair : text.split("\\.", -1)) {
            String[] parts = numbers(pair, 2);
            next.put(Integer.parseInt(parts[0], BASE), Long.parseLong(parts[1], BASE));
        }
        return new Offsets(next);
    }
}
