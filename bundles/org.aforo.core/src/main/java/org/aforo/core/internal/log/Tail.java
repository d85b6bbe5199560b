package org.aforo.core.internal.log;

import java.io.IOException;
import java.util.Arrays;

/**
 * What of a log is there at one moment.
 *
 * @param segments by offset; never empty; the last is the one that grows
 * @param end      where the last segment ends
 * @param next     the offset that the next record will get
 * @param millis   the last record's time
 */
record Tail(Segment[] segments, long end, long next, long millis) {

    Segment last() {
        return segments[segments.length - 1];
    }

    /** Which segment would hold a record. */
    int segmentOf(long offset) {
        int low = 0;
        int high = segments.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments[middle].base() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Which segment holds the last record whose time is before {@code millis}; the first if none does. */
    int segmentBefore(long millis) {
        int i = segments.length - 1;
        while (i > 0 && segments[i].index().firstMillis() >= millis) {
            i--;
        }
        return i;
    }

    /** Where segment {@code i} ends. */
    long end(int i) {
        return i == segments.length - 1 ? end : segments[i].size();
    }

    /** The offset after those of segment {@code i}. */
    long next(int i) {
        return i == segments.length - 1 ? next : segments[i + 1].base();
    }

    /** Makes all of it safe against a loss of power, oldest first, so that what is forced has no holes. */
    void force() throws IOException {
        int i = segments.length;
        while (i > 0 && !segments[i - 1].isForced(end(i - 1))) {
            i--;
        }
        for (; i < segments.length; i++) {
            segments[i].force(end(i));
        }
    }

    /** The one thing that isn't safe yet; null when more than that is to be forced. */
    Unforced unforced() {
        int i = segments.length - 1;
        return i == 0 || segments[i - 1].isForced(end(i - 1)) ? segments[i].unforced(end) : null;
    }

    long bytes() {
        long sum = 0;
        for (int i = 0; i < segments.length; i++) {
            sum += end(i);
        }
        return sum;
    }

    /** With a new, empty last segment. */
    Tail with(Segment segment) {
        Segment[] more = Arrays.copyOf(segments, segments.length + 1);
        more[segments.length] = segment;
        return new Tail(more, 0, next, millis);
    }

    /** Without the first {@code n} segments. */
    Tail without(int n) {
        return new Tail(Arrays.copyOfRange(segments, n, segments.length), end, next, millis);
    }
}
