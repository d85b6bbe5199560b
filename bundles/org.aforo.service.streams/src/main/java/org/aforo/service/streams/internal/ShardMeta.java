package org.aforo.service.streams.internal;

import java.util.Locale;

/**
 * What is kept of a shard.
 *
 * @param index          unique in its stream, never used again
 * @param startHigh      first hash key, upper half
 * @param startLow       first hash key, lower half
 * @param endHigh        last hash key, upper half
 * @param endLow         last hash key, lower half
 * @param created        milliseconds since the epoch; a child's second is later than its parents'
 * @param closed         when it was closed, in milliseconds since the epoch; null while open
 * @param parent         index of the shard it was split off or merged from; null for none
 * @param adjacentParent index of the other shard it was merged from; null for none
 */
public record ShardMeta(int index, long startHigh, long startLow, long endHigh, long endLow, long created, Long closed,
        Integer parent, Integer adjacentParent) {

    private static final int MAX_DIGITS = 18;

    /** A shard that stands at its stream's beginning. */
    static ShardMeta first(int index, HashRange range, long created) {
        return new ShardMeta(index, range.start().high(), range.start().low(), range.end().high(), range.end().low(),
                created, null, null, null);
    }

    /** The id of the shard of an index. */
    public static String id(int index) {
        return String.format(Locale.ROOT, "shardId-%012d", index);
    }

    /** The index a shard's id names: digits, alone or after a dash; -1 when it names none. */
    public static int index(String id) {
        String digits = id.substring(id.indexOf('-') + 1);
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        long index = Long.parseLong(digits);
        return index > Integer.MAX_VALUE ? -1 : (int) index;
    }

    /** How the ARN of a stream's shard ends, for faults by resource; null where no stream is named. */
    public static String resource(String stream, String shardId) {
        return stream == null ? null
                : stream + "/shard/" + (index(shardId) < 0 ? shardId : id(index(shardId)));
    }

    public HashRange range() {
        return new HashRange(new HashKey(startHigh, startLow), new HashKey(endHigh, endLow));
    }

    ShardMeta closedAt(long millis) {
        return new ShardMeta(index, startHigh, startLow, endHigh, endLow, created, millis, parent, adjacentParent);
    }

    public boolean childOf(int shard) {
        return parent != null && parent == shard || adjacentParent != null && adjacentParent == shard;
    }
}
