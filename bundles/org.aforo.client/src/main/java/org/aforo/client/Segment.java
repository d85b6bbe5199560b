package org.aforo.client;

import java.util.IdentityHashMap;
import java.util.Map;

/** A few samples in a row, of all resources that did something in that time. Who did nothing takes no room here. */
final class Segment {

    static final int SIZE = 64;
    /** From here on a segment ends where the next one can begin with a full second (or ten). */
    private static final int NEARLY_FULL = 54;

    final long[] times = new long[SIZE];
    final Map<Series, Block> blocks = new IdentityHashMap<>();
    private final boolean fine;
    /** Values of one resource come one after the other. */
    private Series lastPut;
    private Block lastBlock;
    private long gaps;
    private int count;
    private int bytes = 128 + SIZE * Long.BYTES;

    Segment(boolean fine) {
        this.fine = fine;
    }

    /** Begins a sample; {@code gap} where nothing is known of that time. */
    int add(long millis, boolean gap) {
        times[count] = millis;
        gaps |= gap ? 1L << count : 0;
        return count++;
    }

    /** Something is known of that time after all. */
    void fillGap(int at) {
        gaps &= ~(1L << at);
    }

    void put(Series series, int measure, int at, float low, float high) {
        Block block = series == lastPut ? lastBlock : blocks.get(series);
        if (block == null) {
            block = fine ? new Block.Fine() : new Block.Coarse();
            blocks.put(series, block);
            bytes += 160;
        }
        lastPut = series;
        lastBlock = block;
        bytes += block.put(measure, at, low, high);
    }

    boolean gap(int at) {
        return (gaps >>> at & 1) != 0;
    }

    int count() {
        return count;
    }

    /** How many samples lie in that time. */
    int count(long from, long to) {
        if (times[0] >= from && end() <= to) {
            return count;
        }
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += times[i] >= from && times[i] <= to ? 1 : 0;
        }
        return found;
    }

    /** About what it takes. */
    int bytes() {
        return bytes;
    }

    long end() {
        return times[count - 1];
    }

    /** Whether a sample at {@code millis} should begin another segment, so that steps of {@code width} stay whole. */
    boolean full(long millis, long width) {
        return count == SIZE || count >= NEARLY_FULL && millis / width != end() / width;
    }

    /** Forgets a resource. */
    void forget(Series series) {
        lastPut = null;
        Block block = blocks.remove(series);
        if (block != null) {
            bytes -= 160 + block.bytes();
        }
    }
}
