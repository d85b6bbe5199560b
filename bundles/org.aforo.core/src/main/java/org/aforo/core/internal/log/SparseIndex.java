package org.aforo.core.internal.log;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Where in a segment file each ~64 KiB begin, by offset and by time. One thread adds; any may look
 * things up meanwhile, for offsets that are published.
 */
final class SparseIndex {

    static final int INTERVAL = 64 * 1024;
    static final int LONGS = 3;
    private static final long[] NONE = {};

    // Written before count, read after it: a reader sees an array that holds at least count entries.
    private long[] entries = NONE;
    private volatile int count;

    /** A block to begin reading at. */
    record Place(long offset, long position) {
    }

    /** Notes a block, when it is far enough from the last one that was noted. */
    void add(long offset, long millis, long position) {
        int n = count;
        if (n > 0 && position - entries[(n - 1) * LONGS + 2] < INTERVAL) {
            return;
        }
        int at = n * LONGS;
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(LONGS, at * 2));
        }
        entries[at] = offset;
        entries[at + 1] = millis;
        entries[at + 2] = position;
        count = n + 1;
    }

    /** Forgets blocks at and after a file position. */
    void cut(long position) {
        int n = count;
        while (n > 0 && entries[(n - 1) * LONGS + 2] >= position) {
            n--;
        }
        count = n;
    }

    /** The last noted block that begins at or before {@code offset}, or null. */
    Place atOrBefore(long offset) {
        return place(lastBelow(0, offset + 1));
    }

    /** The last noted block whose first record's time is before {@code millis}, or null. */
    Place before(long millis) {
        return place(lastBelow(1, millis));
    }

    /** The first noted time, or {@code Long.MAX_VALUE}. */
    long firstMillis() {
        return count == 0 ? Long.MAX_VALUE : entries[1];
    }

    int size() {
        return count;
    }

    void copyTo(LongBuffer target) {
        target.put(entries, 0, count * LONGS);
    }

    void load(LongBuffer source, int size) {
        entries = new long[size * LONGS];
        source.get(entries);
        count = size;
    }

    private Place place(int entry) {
        return entry < 0 ? null : new Place(entries[entry * LONGS], entries[entry * LONGS + 2]);
    }

    private int lastBelow(int column, long value) {
        int low = 0;
        int high = count - 1;
        long[] all = entries;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (all[middle * LONGS + column] < value) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
