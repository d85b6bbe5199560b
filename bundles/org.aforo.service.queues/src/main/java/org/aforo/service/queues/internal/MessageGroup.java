package org.aforo.service.queues.internal;

/**
 * The messages of a group that wait to be received: first those that came back, by their number, then the others one
 * behind the other. It is there as long as any message of it is. Guarded by the queue's lock.
 */
final class MessageGroup {

    /** Null for the messages that have none. */
    final String id;
    /** All its messages that aren't gone. */
    int live;
    int inFlight;
    int delayed;
    /** Whether it was counted as blocked. */
    boolean blocked;
    /** Whether it was counted as one with messages in flight. */
    boolean busy;
    /** Place in the order's heap of groups; {@link Message#NOWHERE} when it isn't there. */
    int slot = Message.NOWHERE;
    /** Whether it is in the order's line of groups that are ready, or of those that are noisy. */
    boolean listed;

    private final Line line = new Line();
    private MessageHeap back;

    MessageGroup(String id) {
        this.id = id;
    }

    /** The next one; null when none waits. */
    Message head() {
        Message first = back == null ? null : back.peek();
        return first != null ? first : line.head();
    }

    /** Puts a message at the end. */
    void add(Message message) {
        line.add(message);
    }

    /** Puts a message before those that have a higher number. */
    void putBack(Message message) {
        if (back == null) {
            back = MessageHeap.byNumber();
        }
        back.add(message);
    }

    /** Takes a message out that waits and is ready. */
    void remove(Message message) {
        if (message.slot == Message.NOWHERE) {
            line.remove(message);
        } else {
            back.remove(message);
            if (back.size() == 0) {
                back = null;
            }
        }
    }

    /** Takes a message out that waits in the line, though it is delayed yet. */
    void removeDelayed(Message message) {
        line.remove(message);
    }
}
