package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.aforo.service.queues.internal.MessageStore.Restoring;

/** Makes a backlog, and what ids were seen, of what a store has. For one thread. */
final class Restore implements Restoring {

    private final MessageIndex found = new MessageIndex();
    private final DeliveryOrder order;
    private final Deduplication deduplication;
    private final QueueSettings settings;
    private final long dedupMillis;
    private final long now;

    /**
     * @param deduplication null where there is none
     * @param dedupMillis   for how long ids are remembered
     */
    Restore(Backlog backlog, Deduplication deduplication, QueueSettings settings, long dedupMillis, long now) {
        this.order = backlog.order;
        this.deduplication = deduplication;
        this.settings = settings;
        this.dedupMillis = dedupMillis;
        this.now = now;
    }

    @Override
    public void message(MessageCodec.Head head, long place) {
        Message known = found.get(head.number());
        if (known != null) {
            known.place = place;
            return;
        }
        MessageGroup group = order.group(head.groupId());
        Message message = head.moved()
                ? new DeadLetter(head.number(), place, head.sentAt(), head.dueAt(), head.size(), group)
                : new Message(head.number(), place, head.sentAt(), head.size(), group);
        message.dueAt = head.dueAt();
        found.put(message);
        long until = head.sentAt() + dedupMillis;
        if (deduplication != null && !head.moved() && head.dedupId() != null && until > now) {
            deduplication.note(settings.groupScope() ? head.groupId() : "", head.dedupId(), head.number(), until);
        }
    }

    @Override
    public void deleted(long number) {
        Message message = found.get(number);
        if (message != null) {
            found.remove(message);
        }
    }

    @Override
    public void deleted(long from, long to) {
        for (Message message = found.from(from); message != null
                && message.number < to; message = found.from(message.number + 1)) {
            found.remove(message);
        }
    }

    @Override
    public void received(long number, long dueAt, long first, int count) {
        Message message = found.get(number);
        if (message != null && count >= message.receives()) {
            message.receipt = new Message.Receipt();
            message.receipt.count = count;
            message.receipt.first = first;
            message.receipt.last = Math.min(now, dueAt);
            message.dueAt = dueAt;
        }
    }

    /** Puts what is left into the backlog. */
    void into(Backlog backlog, long time, long retentionMillis) {
        List<Message> moved = new ArrayList<>();
        List<Message> back = new ArrayList<>();
        for (Message message = found.from(0); message != null; message = found.from(message.number + 1)) {
            if (message.sentAt + retentionMillis > time) {
                if (message.receipt == null) {
                    backlog.add(message, time);
                } else {
                    backlog.addInFlight(message);
                    back.add(message);
                }
                if (message.place != message.number) {
                    moved.add(message);
                }
            }
        }
        // Only now, since some of them go behind all others
        back.stream().filter(message -> message.dueAt <= time).forEach(backlog::putBack);
        moved.sort(Comparator.comparingLong(message -> message.place));
        moved.forEach(message -> backlog.index.moved(message, message.place));
        order.groups().removeIf(group -> group.live == 0);
    }
}
