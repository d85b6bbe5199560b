package org.aforo.service.queues.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of a FIFO queue: within a group strictly as sent, and none while one of the group is in flight, except for
 * the receive that took that one. Groups take turns.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">
 *      FIFO delivery logic</a>
 */
final class FifoOrder implements DeliveryOrder {

    private final Map<String, MessageGroup> groups = new HashMap<>();
    /** Groups that had a message to give when they came in here; they may have none by now. Each is in here once. */
    private final Deque<MessageGroup> turns = new ArrayDeque<>();
    private int blocked;
    private int busy;

    @Override
    public MessageGroup group(String id) {
        return groups.computeIfAbsent(id, MessageGroup::new);
    }

    @Override
    public Collection<MessageGroup> groups() {
        return groups.values();
    }

    @Override
    public int blocked() {
        return blocked;
    }

    @Override
    public int busy() {
        return busy;
    }

    @Override
    public boolean isBlocked(MessageGroup group) {
        return group.inFlight > 0 && group.head() != null;
    }

    @Override
    public void delay(Message message) {
        message.group.add(message);
        update(message.group);
    }

    @Override
    public void add(Message message) {
        message.group.add(message);
        update(message.group);
    }

    @Override
    public void arrive(Message message) {
        update(message.group);
    }

    @Override
    public void hold(Message message) {
        update(message.group);
    }

    @Override
    public void putBack(Message message) {
        message.group.putBack(message);
        update(message.group);
    }

    @Override
    public void settle(Message message) {
        update(message.group);
    }

    @Override
    public void remove(Message message, Message.State was) {
        if (was == Message.State.DELAYED) {
            message.group.removeDelayed(message);
        } else {
            message.group.remove(message);
        }
        update(message.group);
    }

    @Override
    public Message poll(Message last, int skip) {
        if (last != null && isReady(last.group.head())) {
            return take(last.group);
        }
        for (MessageGroup group = turns.poll(); group != null; group = turns.poll()) {
            group.listed = false;
            if (mayGive(group)) {
                return take(group);
            }
        }
        return null;
    }

    private static Message take(MessageGroup group) {
        Message message = group.head();
        group.remove(message);
        return message;
    }

    private void update(MessageGroup group) {
        boolean blocks = isBlocked(group);
        if (blocks != group.blocked) {
            group.blocked = blocks;
            blocked += blocks ? 1 : -1;
        }
        boolean holds = group.inFlight > 0;
        if (holds != group.busy) {
            group.busy = holds;
            busy += holds ? 1 : -1;
        }
        if (!group.listed && mayGive(group)) {
            group.listed = true;
            turns.add(group);
        }
        if (group.live == 0) {
            groups.remove(group.id);
        }
    }

    private static boolean mayGive(MessageGroup group) {
        return group.inFlight == 0 && isReady(group.head());
    }

    private static boolean isReady(Message message) {
        return message != null && message.state == Message.State.READY;
    }
}
