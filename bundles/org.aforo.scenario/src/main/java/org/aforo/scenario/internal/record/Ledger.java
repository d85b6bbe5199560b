package org.aforo.scenario.internal.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes records one after the other: how many, their contents and their keys. Contents are kept as 128-bit hashes, so
 * that millions of records fit into memory. Safe for many threads.
 */
public final class Ledger {

    private final Map<String, Integer> keys = new HashMap<>();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] key = new int[1024];
    private int size;
    private long bytes;

    /** Where entries are told, oldest first. */
    @FunctionalInterface
    public interface Reader {
        /** @param key a number for each key of this ledger */
        void entry(Fingerprint content, int key, int place);
    }

    public synchronized void add(String ofKey, byte[] data) {
        if (size == high.length) {
            high = Arrays.copyOf(high, 2 * size);
            low = Arrays.copyOf(low, 2 * size);
            key = Arrays.copyOf(key, 2 * size);
        }
        Fingerprint print = Fingerprint.of(data);
        high[size] = print.high();
        low[size] = print.low();
        key[size++] = keys.computeIfAbsent(ofKey, k -> keys.size());
        bytes += data.length;
    }

    public synchronized long records() {
        return size;
    }

    /** Of the records' data. */
    public synchronized long bytes() {
        return bytes;
    }

    /** How many keys there are. */
    public synchronized int keys() {
        return keys.size();
    }

    /** Tells all there are so far. */
    public synchronized void read(Reader reader) {
        for (int i = 0; i < size; i++) {
            reader.entry(new Fingerprint(high[i], low[i]), key[i], i);
        }
    }
}
