package org.aforo.service.queues.internal;

/** Messages one behind the other; any may leave. Guarded by the queue's lock. */
final class Line {

    private Message head;
    private Message tail;

    /** Null when it is empty. */
    Message head() {
        return head;
    }

    void add(Message message) {
        message.before = tail;
        message.after = null;
        if (tail == null) {
            head = message;
        } else {
            tail.after = message;
        }
        tail = message;
    }

    void remove(Message message) {
        if (message.before == null) {
            head = message.after;
        } else {
            message.before.after = message.after;
        }
        if (message.after == null) {
            tail = message.before;
        } else {
            message.after.before = message.before;
        }
        message.before = null;
        message.after = null;
    }
}
