package org.aforo.service.queues.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A queue's messages by their number, in pages of neighbours: some bytes a message, and no page where none is left.
 * Guarded by the queue's lock.
 */
final class MessageIndex {

    private static final int BITS = 8;
    private static final int PAGE = 1 << BITS;

    private final NavigableMap<Long, Page> pages = new TreeMap<>();
    /** Those that the store has moved, in the order of their places. */
    private final Deque<Message> moved = new ArrayDeque<>();
    /** No message before it is where it was first. */
    private long unmovedFrom;

    private static final class Page {
        private final Message[] messages = new Message[PAGE];
        private int live;
    }

    void put(Message message) {
        Page page = pages.computeIfAbsent(message.number >> BITS, key -> new Page());
        page.messages[slot(message.number)] = message;
        page.live++;
        unmovedFrom = Math.min(unmovedFrom, message.number);
    }

    /** Null when there is none. */
    Message get(long number) {
        Page page = pages.get(number >> BITS);
        return page == null ? null : page.messages[slot(number)];
    }

    void remove(Message message) {
        Page page = pages.get(message.number >> BITS);
        page.messages[slot(message.number)] = null;
        if (--page.live == 0) {
            pages.remove(message.number >> BITS);
        }
    }

    /** The first message whose number is at least {@code number}; null when there is none. */
    Message from(long number) {
        int slot = slot(number);
        for (Map.Entry<Long, Page> entry = pages.ceilingEntry(number >> BITS); entry != null; entry = pages
                .higherEntry(entry.getKey())) {
            for (int i = entry.getKey() == number >> BITS ? slot : 0; i < PAGE; i++) {
                if (entry.getValue().messages[i] != null) {
                    return entry.getValue().messages[i];
                }
            }
        }
        return null;
    }

    /** The last message whose number is below {@code number}; null when there is none. */
    Message before(long number) {
        for (Map.Entry<Long, Page> entry = pages.floorEntry(number - 1 >> BITS); entry != null; entry = pages
                .lowerEntry(entry.getKey())) {
            int last = entry.getKey() == number - 1 >> BITS ? slot(number - 1) : PAGE - 1;
            for (int i = last; i >= 0; i--) {
                if (entry.getValue().messages[i] != null) {
                    return entry.getValue().messages[i];
                }
            }
        }
        return null;
    }

    /** The store has a message elsewhere now, behind all others. */
    void moved(Message message, long place) {
        message.place = place;
        moved.add(message);
    }

    /** The message whose place is the first; null when there is none. */
    Message oldest() {
        while (!moved.isEmpty() && moved.peek().state == Message.State.GONE) {
            moved.poll();
        }
        Message unmoved = from(unmovedFrom);
        while (unmoved != null && unmoved.place != unmoved.number) {
            unmoved = from(unmoved.number + 1);
        }
        unmovedFrom = unmoved == null ? Long.MAX_VALUE : unmoved.number;
        Message first = moved.peek();
        return first == null || unmoved != null && unmoved.place < first.place ? unmoved : first;
    }

    /** Takes the oldest out of those that were moved; to be given a new place, or let go. */
    void leave(Message message) {
        if (moved.peek() == message) {
            moved.poll();
        }
    }

    private static int slot(long number) {
        return (int) (number & PAGE - 1);
    }
}
