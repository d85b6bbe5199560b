package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of a standard queue: as sent, as far as it goes. A message that came back goes before those sent after it;
 * one that was received three times goes behind all. Where messages have groups, those of noisy groups come after all
 * others: a group is noisy while it has at least 30 messages in flight and more than a tenth of all that are.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">
 *      How fair queues work</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *      On messages received three times</a>
 */
final class StandardOrder implements DeliveryOrder {

    private static final int OFTEN = 3;
    private static final int NOISY_IN_FLIGHT = 30;
    private static final int NOISY_SHARE = 10;

    private final MessageGroup none = new MessageGroup(null);
    private final Map<String, MessageGroup> groups = new HashMap<>();
    private final GroupHeap quiet = new GroupHeap();
    /** Groups with enough messages in flight to be noisy. */
    private final Set<MessageGroup> busy = new HashSet<>();
    /** Those that are, and have messages that wait. Hardly ever more than nine: each has more than a tenth. */
    private final List<MessageGroup> noisy = new ArrayList<>();
    private long inFlight;

    @Override
    public MessageGroup group(String id) {
        return id == null ? none : groups.computeIfAbsent(id, MessageGroup::new);
    }

    @Override
    public Collection<MessageGroup> groups() {
        return groups.values();
    }

    @Override
    public int blocked() {
        return noisy().size();
    }

    @Override
    public List<MessageGroup> noisy() {
        return busy.stream().filter(this::isNoisy).toList();
    }

    @Override
    public long quietSince() {
        recall();
        return quiet.least(group -> isNoisy(group) ? Long.MAX_VALUE : Ages.since(group.head()));
    }

    @Override
    public boolean goesLast(int receives) {
        return receives >= OFTEN;
    }

    @Override
    public boolean isBlocked(MessageGroup group) {
        return isNoisy(group);
    }

    @Override
    public void delay(Message message) {
        // It is put into the line when it arrives.
    }

    @Override
    public void add(Message message) {
        message.group.add(message);
        place(message.group);
    }

    @Override
    public void arrive(Message message) {
        add(message);
    }

    @Override
    public void hold(Message message) {
        inFlight++;
        if (message.group.id != null && message.group.inFlight == NOISY_IN_FLIGHT) {
            busy.add(message.group);
        }
    }

    @Override
    public void putBack(Message message) {
        released(message.group);
        if (message.isAside()) {
            message.group.add(message);
        } else {
            message.group.putBack(message);
        }
        place(message.group);
    }

    @Override
    public void settle(Message message) {
        released(message.group);
        forget(message.group);
    }

    @Override
    public void remove(Message message, Message.State was) {
        if (was == Message.State.READY) {
            message.group.remove(message);
            place(message.group);
        }
        forget(message.group);
    }

    @Override
    public Message poll(Message last, int skip) {
        recall();
        MessageGroup group = next();
        if (group == null) {
            return null;
        }
        Message message = group.head();
        for (int i = 0; i < skip && message.slot == Message.NOWHERE && message.after != null; i++) {
            message = message.after;
        }
        group.remove(message);
        place(group);
        return message;
    }

    /** Puts a group where its head says, or out. */
    private void place(MessageGroup group) {
        if (group.listed) {
            if (group.head() == null) {
                noisy.remove(group);
                group.listed = false;
            }
            return;
        }
        if (group.slot != Message.NOWHERE) {
            quiet.remove(group);
        }
        if (group.head() != null) {
            quiet.add(group);
        }
    }

    private void released(MessageGroup group) {
        inFlight--;
        if (group.inFlight == NOISY_IN_FLIGHT - 1) {
            busy.remove(group);
        }
    }

    /** The quiet group whose message is next; those that turn out to be noisy are put aside. */
    private MessageGroup nextOfQuiet() {
        for (MessageGroup group = quiet.peek(); group != null; group = quiet.peek()) {
            if (!isNoisy(group)) {
                return group;
            }
            quiet.remove(group);
            group.listed = true;
            noisy.add(group);
        }
        return null;
    }

    private MessageGroup next() {
        MessageGroup first = nextOfQuiet();
        if (first != null) {
            return first;
        }
        MessageGroup oldest = null;
        for (MessageGroup group : noisy) {
            if (oldest == null || group.head().rank() < oldest.head().rank()) {
                oldest = group;
            }
        }
        return oldest;
    }

    /** Groups that are noisy no more. */
    private void recall() {
        for (int i = noisy.size() - 1; i >= 0; i--) {
            MessageGroup group = noisy.get(i);
            if (!isNoisy(group)) {
                noisy.remove(i);
                group.listed = false;
                place(group);
            }
        }
    }

    private boolean isNoisy(MessageGroup group) {
        return group.id != null && group.inFlight >= NOISY_IN_FLIGHT && (long) group.inFlight * NOISY_SHARE > inFlight;
    }

    private void forget(MessageGroup group) {
        if (group.live == 0 && group.id != null) {
            groups.remove(group.id);
        }
    }
}
