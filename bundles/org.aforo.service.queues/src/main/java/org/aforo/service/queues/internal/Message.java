package org.aforo.service.queues.internal;

/**
 * What is held in memory of a message; its body and attributes are in the store. A million of these must be cheap, so
 * it is its own node of lines and heaps, and what only received messages have is apart. Guarded by its queue's lock.
 */
class Message {

    /** Where a message stands. */
    enum State {
        /** Not to be received before {@link #dueAt}. */
        DELAYED,
        /** May be received. */
        READY,
        /** Received, and hidden until {@link #dueAt}. */
        IN_FLIGHT,
        /** Deleted, expired or moved away. */
        GONE
    }

    /** Not in the heap in question. */
    static final int NOWHERE = -1;

    /** Given in the order of sending; never changes. */
    final long number;
    final long sentAt;
    /** Bytes it takes in the store. */
    final int size;
    final MessageGroup group;

    /** Where the store has it. */
    long place;
    /** When it comes due, in milliseconds since the epoch; meaningless while it is ready. */
    long dueAt;
    State state = State.READY;
    /** Null until it is received for the first time. */
    Receipt receipt;

    /** Neighbours in a {@link Line}. */
    Message before;
    Message after;
    /** Place in the heap of those that come due, or in its group's heap of those that came back. */
    int slot = NOWHERE;
    /** Place in a heap by age. */
    int ageSlot = NOWHERE;

    /** How a message was received. */
    static final class Receipt {
        int count;
        /** Milliseconds since the epoch. */
        long first;
        /** Alike. */
        long last;
        /** Whether its visibility was changed since the last receive. */
        boolean changed;
        /** Whether it is to be given once more whatever becomes of this receive, as a copy that a delete didn't reach. */
        boolean twice;
        /** The number of the message it was put behind when it had come back too often; {@link #NOWHERE} before. */
        long behind = NOWHERE;
    }

    Message(long number, long place, long sentAt, int size, MessageGroup group) {
        this.number = number;
        this.place = place;
        this.sentAt = sentAt;
        this.size = size;
        this.group = group;
    }

    /** Since when it is in this queue, in milliseconds since the epoch. */
    long arrivedAt() {
        return sentAt;
    }

    /** From when on it may be received for the first time, as the store is to know it. */
    long notBefore() {
        return dueAt;
    }

    /** Whether it came back so often that it goes behind all others. */
    boolean isAside() {
        return receipt != null && receipt.behind != NOWHERE;
    }

    /** What messages are ordered by: its number, or that of the one it is behind. */
    long rank() {
        return isAside() ? receipt.behind : number;
    }

    int receives() {
        return receipt == null ? 0 : receipt.count;
    }

    /** Notes a receive. */
    void received(long now) {
        if (receipt == null) {
            receipt = new Receipt();
            receipt.first = now;
        }
        receipt.count++;
        receipt.last = now;
        receipt.changed = false;
        receipt.twice = false;
    }
}
