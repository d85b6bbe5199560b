package org.aforo.ui.internal.records;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The last records seen: bounded in number and in bytes. For any number of threads. */
final class RecordRing {

    /** Records kept. */
    static final int MOST = 5000;
    /** Bytes of data kept. */
    static final long MOST_BYTES = 64L << 20;

    private final Deque<PeekedRecord> records = new ArrayDeque<>();
    private long bytes;
    private long version;

    synchronized void add(Collection<PeekedRecord> fresh) {
        for (PeekedRecord one : fresh) {
            records.addLast(one);
            bytes += weight(one);
            while (records.size() > MOST || bytes > MOST_BYTES && records.size() > 1) {
                bytes -= weight(records.removeFirst());
            }
        }
        version++;
    }

    private static long weight(PeekedRecord one) {
        return one.data().length + one.parts().stream().mapToLong(part -> part.data().length).sum();
    }

    synchronized void clear() {
        records.clear();
        bytes = 0;
        version++;
    }

    /** Oldest first. */
    synchronized List<PeekedRecord> all() {
        return List.copyOf(records);
    }

    /** Another one after every change. */
    synchronized long version() {
        return version;
    }
}
