package org.aforo.service.streams.internal;

import java.math.BigInteger;

/**
 * What AWS's sequence numbers are made of. From the top: a 2, the second the shard was made in, the low
 * four bits of its index, the record's place in the shard, eight bits unused, the second the record came
 * in, the shard's index, and the format's version, 2. Later records have higher numbers, and so do the
 * children of a shard, which are made in a later second than it.
 *
 * @param created when the shard was made, in seconds since the epoch
 * @param shard   the shard's index
 * @param place   0 for the shard's start, then one more than the record's offset in the shard's log
 * @param seconds when the record came in, in seconds since the epoch
 */
public record SequenceNumber(long created, int shard, long place, long seconds) {

    /** The place that ends a closed shard. */
    static final long END = Long.MAX_VALUE;
    private static final int VERSION = 2;
    private static final int BITS = 186;
    private static final int CREATED_SHIFT = 148;
    private static final int PLACE_SHIFT = 80;
    private static final int SECONDS_SHIFT = 36;
    private static final int SHARD_SHIFT = 4;
    private static final BigInteger SECONDS_MASK = BigInteger.ONE.shiftLeft(SECONDS_SHIFT).subtract(BigInteger.ONE);

    /** Takes a decimal number apart; null when it isn't one of ours. */
    public static SequenceNumber parse(String decimal) {
        BigInteger value = new BigInteger(decimal);
        if (value.bitLength() != BITS || value.testBit(BITS - 2) || (value.intValue() & 0xF) != VERSION) {
            return null;
        }
        long created = value.shiftRight(CREATED_SHIFT).and(SECONDS_MASK).longValue();
        long place = value.shiftRight(PLACE_SHIFT).longValue();
        int shard = value.shiftRight(SHARD_SHIFT).intValue();
        long seconds = value.shiftRight(SECONDS_SHIFT).and(SECONDS_MASK).longValue();
        return place < 0 || shard < 0 ? null : new SequenceNumber(created, shard, place, seconds);
    }

    /** The offset in the shard's log that an iterator at this number begins with. */
    public long offset() {
        return place == 0 ? 0 : place - 1;
    }

    /** The id of the shard it is of. */
    public String shardId() {
        return ShardMeta.id(shard);
    }

    @Override
    public String toString() {
        return new SequenceFormat(created, shard).format(place, seconds);
    }
}
