package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.service.queues.internal.Message.State;

/**
 * The messages of a queue and where each stands. Nothing costs more for a longer backlog, but for a logarithm. Guarded
 * by the queue's lock.
 */
final class Backlog {

    private static final long NEVER = Long.MAX_VALUE;

    final MessageIndex index = new MessageIndex();
    final DeliveryOrder order;
    private final MessageHeap due = MessageHeap.byDue();
    private final Ages ages = new Ages();
    private long ready;
    private long delayed;
    private long inFlight;
    private long bytes;
    /** The highest number so far. */
    private long newest;

    Backlog(boolean fifo) {
        order = fifo ? new FifoOrder() : new StandardOrder();
    }

    long ready() {
        return ready;
    }

    long delayed() {
        return delayed;
    }

    long inFlight() {
        return inFlight;
    }

    /** Messages of all states. */
    long size() {
        return ready + delayed + inFlight;
    }

    /** What they take in the store. */
    long bytes() {
        return bytes;
    }

    /** When the oldest message was sent; {@link Long#MAX_VALUE} when there is none. */
    long oldest() {
        Message oldest = ages.oldest();
        return oldest == null ? NEVER : oldest.sentAt;
    }

    /** Since when the oldest message is there that counts, see {@link Ages}; {@link Long#MAX_VALUE} when none does. */
    long countedSince() {
        return ages.countedSince();
    }

    /**
     * The same but for noisy groups' messages. While a group is noisy this looks at all groups, and all messages in
     * flight and delayed.
     */
    long quietSince() {
        if (order.noisy().isEmpty()) {
            return countedSince();
        }
        return Math.min(order.quietSince(), due.least(
                message -> order.isBlocked(message.group) ? NEVER : Ages.since(message)));
    }

    /** When a message comes due next; {@link Long#MAX_VALUE} when none does. */
    long nextDue() {
        return due.peek() == null ? NEVER : due.peek().dueAt;
    }

    /** Adds a message; one whose {@link Message#dueAt} is to come is delayed. */
    void add(Message message, long now) {
        enter(message);
        if (message.dueAt > now) {
            message.state = State.DELAYED;
            delayed++;
            message.group.delayed++;
            due.add(message);
            order.delay(message);
        } else {
            message.state = State.READY;
            ready++;
            order.add(message);
        }
    }

    /** Adds a message that was in flight when the bench ended. */
    void addInFlight(Message message) {
        if (order.goesLast(message.receives() - 1)) {
            message.receipt.behind = message.number;
        }
        enter(message);
        hold(message, message.dueAt);
    }

    private void enter(Message message) {
        index.put(message);
        ages.add(message);
        newest = Math.max(newest, message.number);
        bytes += message.size;
        message.group.live++;
    }

    /**
     * Takes the next message: it is in flight then.
     *
     * @param last  the one taken before for the same receive; null for the first
     * @param skip  as in {@link DeliveryOrder#poll}
     * @param until when it is ready again, in milliseconds since the epoch
     * @return null when none is ready
     */
    Message take(Message last, int skip, long until) {
        Message message = ready == 0 ? null : order.poll(last, skip);
        if (message != null) {
            ready--;
            hold(message, until);
        }
        return message;
    }

    private void hold(Message message, long until) {
        message.state = State.IN_FLIGHT;
        message.dueAt = until;
        message.group.inFlight++;
        inFlight++;
        due.add(message);
        order.hold(message);
    }

    /** Changes when a message in flight is ready again. */
    void hide(Message message, long until) {
        due.remove(message);
        message.dueAt = until;
        due.add(message);
    }

    /** Makes a message in flight ready. */
    void putBack(Message message) {
        due.remove(message);
        returned(message);
    }

    private void returned(Message message) {
        message.state = State.READY;
        message.group.inFlight--;
        inFlight--;
        ready++;
        if (order.goesLast(message.receives())) {
            ages.setAside(message, newest);
        }
        order.putBack(message);
    }

    /** Takes a message out for good, whatever its state. */
    void remove(Message message) {
        State was = message.state;
        if (was == State.GONE) {
            return;
        }
        index.remove(message);
        ages.remove(message);
        bytes -= message.size;
        message.group.live--;
        message.state = State.GONE;
        if (was == State.IN_FLIGHT) {
            due.remove(message);
            message.group.inFlight--;
            inFlight--;
            order.settle(message);
            return;
        }
        if (was == State.DELAYED) {
            due.remove(message);
            delayed--;
            message.group.delayed--;
        } else {
            ready--;
        }
        order.remove(message, was);
    }

    /** Makes ready what came due. */
    void settle(long now) {
        while (nextDue() <= now) {
            Message message = due.poll();
            if (message.state == State.IN_FLIGHT) {
                returned(message);
            } else {
                message.state = State.READY;
                delayed--;
                message.group.delayed--;
                ready++;
                order.arrive(message);
            }
        }
    }

    /** Takes out the messages that were sent at a moment or before. */
    List<Message> expire(long sentAt) {
        if (oldest() > sentAt) {
            return List.of();
        }
        List<Message> expired = new ArrayList<>();
        while (oldest() <= sentAt) {
            Message message = ages.oldest();
            remove(message);
            expired.add(message);
        }
        return expired;
    }

    /** Gives delayed messages another delay, counted from when they were sent. */
    void delayAll(long millis) {
        List<Message> all = new ArrayList<>();
        for (Message message = index.from(0); message != null; message = index.from(message.number + 1)) {
            if (message.state == State.DELAYED) {
                all.add(message);
            }
        }
        for (Message message : all) {
            hide(message, message.sentAt + millis);
        }
    }
}
