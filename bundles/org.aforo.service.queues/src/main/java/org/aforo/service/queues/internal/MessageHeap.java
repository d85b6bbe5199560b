package org.aforo.service.queues.internal;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Messages with the least key first. Each knows its place in the heap, so that one is taken out of its midst without a
 * search. Guarded by the queue's lock.
 */
abstract class MessageHeap {

    private static final int SMALLEST = 16;

    private Message[] heap = {};
    private int size;

    /** Messages by {@link Message#dueAt}. */
    static MessageHeap byDue() {
        return new MessageHeap() {
            @Override
            long key(Message message) {
                return message.dueAt;
            }
        };
    }

    /** Messages by their number. */
    static MessageHeap byNumber() {
        return new MessageHeap() {
            @Override
            long key(Message message) {
                return message.number;
            }
        };
    }

    /** Messages by when they were sent. */
    static MessageHeap bySending() {
        return new MessageHeap() {
            @Override
            long key(Message message) {
                return message.sentAt;
            }

            @Override
            int slot(Message message) {
                return message.ageSlot;
            }

            @Override
            void slot(Message message, int slot) {
                message.ageSlot = slot;
            }
        };
    }

    /** Dead letters by when they came. */
    static MessageHeap byArrival() {
        return new MessageHeap() {
            @Override
            long key(Message message) {
                return message.arrivedAt();
            }

            @Override
            int slot(Message message) {
                return ((DeadLetter) message).arrivalSlot;
            }

            @Override
            void slot(Message message, int slot) {
                ((DeadLetter) message).arrivalSlot = slot;
            }
        };
    }

    /** The least of what a function gives for the messages, all of which it looks at; {@link Long#MAX_VALUE} for none. */
    long least(ToLongFunction<Message> function) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, function.applyAsLong(heap[i]));
        }
        return least;
    }

    abstract long key(Message message);

    int slot(Message message) {
        return message.slot;
    }

    void slot(Message message, int slot) {
        message.slot = slot;
    }

    int size() {
        return size;
    }

    /** Null when it is empty. */
    Message peek() {
        return size == 0 ? null : heap[0];
    }

    void add(Message message) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(SMALLEST, size + (size >> 1)));
        }
        up(size++, message);
    }

    /** Null when it is empty. */
    Message poll() {
        Message least = peek();
        if (least != null) {
            remove(least);
        }
        return least;
    }

    void remove(Message message) {
        int at = slot(message);
        slot(message, Message.NOWHERE);
        Message last = heap[--size];
        heap[size] = null;
        if (last != message) {
            down(at, last);
            if (heap[at] == last) {
                up(at, last);
            }
        }
        if (heap.length > SMALLEST && size < heap.length / 4) {
            heap = Arrays.copyOf(heap, heap.length / 2);
        }
    }

    private void up(int at, Message message) {
        int hole = at;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (key(heap[parent]) <= key(message)) {
                break;
            }
            put(hole, heap[parent]);
            hole = parent;
        }
        put(hole, message);
    }

    private void down(int at, Message message) {
        int hole = at;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && key(heap[child + 1]) < key(heap[child])) {
                child++;
            }
            if (key(message) <= key(heap[child])) {
                break;
            }
            put(hole, heap[child]);
            hole = child;
        }
        put(hole, message);
    }

    private void put(int at, Message message) {
        heap[at] = message;
        slot(message, at);
    }
}
