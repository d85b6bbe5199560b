package org.aforo.service.queues.internal;

/** A message that came from another queue. It expires by when it was sent there, but its age is counted from here. */
final class DeadLetter extends Message {

    /** Place in the heap by arrival. */
    int arrivalSlot = NOWHERE;
    private final long arrivedAt;

    DeadLetter(long number, long place, long sentAt, long arrivedAt, int size, MessageGroup group) {
        super(number, place, sentAt, size, group);
        this.arrivedAt = arrivedAt;
    }

    @Override
    long arrivedAt() {
        return arrivedAt;
    }

    @Override
    long notBefore() {
        return arrivedAt;
    }
}
