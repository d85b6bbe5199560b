package org.aforo.service.queues.internal;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/** Groups with the oldest head first; a group's head must not change while it is in here. */
final class GroupHeap {

    private static final int SMALLEST = 4;

    private MessageGroup[] heap = new MessageGroup[SMALLEST];
    private int size;

    /** Null when it is empty. */
    MessageGroup peek() {
        return size == 0 ? null : heap[0];
    }

    /** The least of what a function gives for the groups, all of which it looks at; {@link Long#MAX_VALUE} for none. */
    long least(ToLongFunction<MessageGroup> function) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, function.applyAsLong(heap[i]));
        }
        return least;
    }

    void add(MessageGroup group) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        up(size++, group);
    }

    void remove(MessageGroup group) {
        int at = group.slot;
        group.slot = Message.NOWHERE;
        MessageGroup last = heap[--size];
        heap[size] = null;
        if (last != group) {
            down(at, last);
            if (heap[at] == last) {
                up(at, last);
            }
        }
    }

    private void up(int at, MessageGroup group) {
        int hole = at;
        while (hole > 0 && key(group) < key(heap[(hole - 1) >>> 1])) {
            put(hole, heap[(hole - 1) >>> 1]);
            hole = (hole - 1) >>> 1;
        }
        put(hole, group);
    }

    private void down(int at, MessageGroup group) {
        int hole = at;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && key(heap[child + 1]) < key(heap[child])) {
                child++;
            }
            if (key(group) <= key(heap[child])) {
                break;
            }
            put(hole, heap[child]);
            hole = child;
        }
        put(hole, group);
    }

    private void put(int at, MessageGroup group) {
        heap[at] = group;
        group.slot = at;
    }

    private static long key(MessageGroup group) {
        return group.head().rank();
    }
}
