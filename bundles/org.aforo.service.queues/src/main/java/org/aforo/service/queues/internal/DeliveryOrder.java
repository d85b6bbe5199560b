package org.aforo.service.queues.internal;

import java.util.Collection;
import java.util.List;

/**
 * Which message is received next. Nothing here costs more for a longer backlog. Counts of a group, and a message's
 * state, are changed by {@link Backlog} before this is told. Guarded by the queue's lock.
 */
interface DeliveryOrder {

    /** The group of an id, made if it isn't there. */
    MessageGroup group(String id);

    /** All groups that hold messages; messages that have none are in no group here. */
    Collection<MessageGroup> groups();

    /** How many groups {@link GroupState#blocked} is true of. */
    int blocked();

    /** Of a FIFO queue: how many groups have messages in flight; 0 otherwise. */
    default int busy() {
        return 0;
    }

    /** Of a standard queue: groups that are noisy now; none otherwise. */
    default List<MessageGroup> noisy() {
        return List.of();
    }

    /** Of a standard queue: since when the oldest message waits that counts and isn't a noisy group's, if any does. */
    default long quietSince() {
        return Long.MAX_VALUE;
    }

    /** Whether a message goes behind all others when it comes back after so many receives. */
    default boolean goesLast(int receives) {
        return false;
    }

    /** Whether a group is a blocked one now. */
    boolean isBlocked(MessageGroup group);

    /** A message came that is delayed. */
    void delay(Message message);

    /** A message came that is ready. */
    void add(Message message);

    /** A delayed message is ready. */
    void arrive(Message message);

    /** A message is in flight. */
    void hold(Message message);

    /** A message is ready again that was in flight. */
    void putBack(Message message);

    /** A message in flight is gone. */
    void settle(Message message);

    /**
     * A message that was delayed or ready is gone.
     *
     * @param was what it was
     */
    void remove(Message message, Message.State was);

    /**
     * Takes the next message that is ready.
     *
     * @param last the one taken before for the same receive, in flight by now; null for the first
     * @param skip how many to pass over for once, where order is best effort
     * @return null when there is none
     */
    Message poll(Message last, int skip);
}
