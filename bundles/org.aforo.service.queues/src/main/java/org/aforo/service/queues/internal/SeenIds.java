package org.aforo.service.queues.internal;

import java.util.Arrays;

/**
 * Hashes of ids and what each stands for, until a time: some 50 bytes of each, in a ring by time and a table over it.
 * Ids are added with times that don't go back. For one thread at a time.
 */
final class SeenIds {

    static final long UNSEEN = -1;

    private static final int SMALLEST = 64;
    private static final int FREE = -1;
    private static final int LONGS = 4;

    /** Of each id in turn: high, low, number, until. */
    private long[] ring = new long[SMALLEST * LONGS];
    /** Where in the ring an id is; twice as many slots as ids at least. */
    private int[] table = empty(SMALLEST * 2);
    private int first;
    private int size;

    int size() {
        return size;
    }

    /** The number of an id; {@link #UNSEEN} when it isn't there. */
    long find(long high, long low) {
        int at = table[slot(high, low)];
        return at == FREE ? UNSEEN : ring[at * LONGS + 2];
    }

    /** Adds an id, or gives one that is there another number and time. */
    void add(long high, long low, long number, long until) {
        if (size == ring.length / LONGS) {
            resize(size * 2);
        }
        int at = (first + size++) % (ring.length / LONGS);
        ring[at * LONGS] = high;
        ring[at * LONGS + 1] = low;
        ring[at * LONGS + 2] = number;
        ring[at * LONGS + 3] = until;
        table[slot(high, low)] = at;
    }

    /** Forgets the ids whose time is over. */
    void forget(long now) {
        while (size > 0 && ring[first * LONGS + 3] <= now) {
            int slot = slot(ring[first * LONGS], ring[first * LONGS + 1]);
            if (table[slot] == first) {
                free(slot);
            }
            first = (first + 1) % (ring.length / LONGS);
            size--;
        }
        if (ring.length > SMALLEST * LONGS && size < ring.length / LONGS / 4) {
            resize(ring.length / LONGS / 2);
        }
    }

    /** Where an id is, or would be. */
    private int slot(long high, long low) {
        int slot = home(high);
        while (table[slot] != FREE && (ring[table[slot] * LONGS] != high || ring[table[slot] * LONGS + 1] != low)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private int home(long high) {
        return (int) high & table.length - 1;
    }

    /** Frees a slot, and moves up those behind it that would be there. */
    private void free(int freed) {
        int hole = freed;
        for (int slot = hole + 1 & table.length - 1; table[slot] != FREE; slot = slot + 1 & table.length - 1) {
            int home = home(ring[table[slot] * LONGS]);
            if ((slot - home & table.length - 1) >= (slot - hole & table.length - 1)) {
                table[hole] = table[slot];
                hole = slot;
            }
        }
        table[hole] = FREE;
    }

    private void resize(int capacity) {
        long[] old = ring;
        int from = first;
        int count = size;
        ring = new long[capacity * LONGS];
        table = empty(capacity * 2);
        first = 0;
        size = 0;
        for (int i = 0; i < count; i++) {
            int at = (from + i) % (old.length / LONGS) * LONGS;
            add(old[at], old[at + 1], old[at + 2], old[at + 3]);
        }
    }

    private static int[] empty(int slots) {
        int[] table = new int[slots];
        Arrays.fill(table, FREE);
        return table;
    }
}
