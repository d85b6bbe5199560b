package org.aforo.service.queues.internal;

import java.util.Arrays;

/**
 * Hashes of ids and what each stands for, until a time: some 35 bytes of each, in blocks by time and a table over them.
 * Nothing is copied as they become more, but for the table. Ids are added with times that don't go back. For one thread
 * at a time.
 */
final class SeenIds {

    static final long UNSEEN = -1;

    private static final int BITS = 10;
    private static final int BLOCK = 1 << BITS;
    private static final int SMALLEST = 64;
    private static final int FREE = -1;
    /** What a place is told by in the table. */
    private static final int PLACES = Integer.MAX_VALUE;

    /** Ids that came one after the other; numbers and times are told from those of the first. */
    private static final class Block {
        private final long[] hashes = new long[2 * BLOCK];
        private final int[] numbers = new int[BLOCK];
        private final int[] untils = new int[BLOCK];
        private final long number;
        private final long until;

        Block(long number, long until) {
            this.number = number;
            this.until = until;
        }
    }

    /** By place, as a ring. */
    private Block[] blocks = new Block[1];
    /** Where an id is; half as many slots again as ids at least. */
    private int[] table = empty(SMALLEST);
    /** The place of the oldest id; those of others follow. */
    private long first;
    private int size;

    SeenIds() {
        this(0);
    }

    /** @param first the first block's number */
    SeenIds(int first) {
        this.first = (long) first << BITS;
    }

    int size() {
        return size;
    }

    /** The number of an id; {@link #UNSEEN} when it isn't there. */
    long find(long high, long low) {
        int at = table[slot(high, low)];
        if (at == FREE) {
            return UNSEEN;
        }
        Block block = block(place(at));
        return block.number + block.numbers[inBlock(place(at))];
    }

    /** Adds an id, or gives one that is there another number and time. */
    void add(long high, long low, long number, long until) {
        long place = first + size;
        Block block = inBlock(place) == 0 ? begin(place, number, until) : block(place);
        int at = inBlock(place);
        block.hashes[2 * at] = high;
        block.hashes[2 * at + 1] = low;
        block.numbers[at] = Math.toIntExact(number - block.number);
        // Ids of a block are minutes apart, unless somebody has them remembered for weeks all of a sudden
        block.untils[at] = Math.clamp(until - block.until, Integer.MIN_VALUE, Integer.MAX_VALUE);
        size++;
        if (size > table.length / 3 * 2) {
            refill(table.length * 2);
        } else {
            table[slot(high, low)] = told(place);
        }
    }

    private Block begin(long place, long number, long until) {
        long needed = (place >> BITS) - (first >> BITS) + 1;
        if (needed > blocks.length) {
            Block[] more = new Block[blocks.length * 2];
            for (long each = first >> BITS; each < place >> BITS; each++) {
                more[(int) (each & more.length - 1)] = blocks[(int) (each & blocks.length - 1)];
            }
            blocks = more;
        }
        Block block = new Block(number, until);
        blocks[ring(place)] = block;
        return block;
    }

    /** Forgets the ids whose time is over. */
    void forget(long now) {
        while (size > 0 && until(first) <= now) {
            Block block = block(first);
            int at = inBlock(first);
            int slot = slot(block.hashes[2 * at], block.hashes[2 * at + 1]);
            if (table[slot] == told(first)) {
                free(slot);
            }
            next();
        }
        if (table.length > SMALLEST && size < table.length / 8) {
            refill(table.length / 2);
        }
    }

    /** Goes on to the next oldest; a block is let go of after its last, and what comes when none is left begins one. */
    private void next() {
        long before = first;
        size--;
        first = size == 0 ? (first | BLOCK - 1) + 1 : first + 1;
        if (before >> BITS != first >> BITS) {
            blocks[ring(before)] = null;
        }
    }

    private long until(long place) {
        Block block = block(place);
        return block.until + block.untils[inBlock(place)];
    }

    private Block block(long place) {
        return blocks[ring(place)];
    }

    private int ring(long place) {
        return (int) (place >> BITS & blocks.length - 1);
    }

    private static int inBlock(long place) {
        return (int) (place & BLOCK - 1);
    }

    private static int told(long place) {
        return (int) (place & PLACES);
    }

    private long place(int told) {
        return first + (told - first & PLACES);
    }

    /** Where an id is, or would be. */
    private int slot(long high, long low) {
        int slot = home(high);
        while (table[slot] != FREE && !is(table[slot], high, low)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean is(int told, long high, long low) {
        long place = place(told);
        long[] hashes = block(place).hashes;
        return hashes[2 * inBlock(place)] == high && hashes[2 * inBlock(place) + 1] == low;
    }

    private int home(long high) {
        return (int) high & table.length - 1;
    }

    /** Frees a slot, and moves up those behind it that would be there. */
    private void free(int freed) {
        int hole = freed;
        for (int slot = hole + 1 & table.length - 1; table[slot] != FREE; slot = slot + 1 & table.length - 1) {
            long place = place(table[slot]);
            int home = home(block(place).hashes[2 * inBlock(place)]);
            if ((slot - home & table.length - 1) >= (slot - hole & table.length - 1)) {
                table[hole] = table[slot];
                hole = slot;
            }
        }
        table[hole] = FREE;
    }

    private void refill(int slots) {
        table = empty(slots);
        for (long place = first; place < first + size; place++) {
            long[] hashes = block(place).hashes;
            table[slot(hashes[2 * inBlock(place)], hashes[2 * inBlock(place) + 1])] = told(place);
        }
    }

    private static int[] empty(int slots) {
        int[] table = new int[slots];
        Arrays.fill(table, FREE);
        return table;
    }
}
