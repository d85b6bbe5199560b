package org.aforo.service.queues.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which numbers are all known in memory: a message is in the store a moment before it is in the backlog. Guarded by the
 * queue's lock.
 */
final class SendsUnderWay {

    private final Deque<Send> sends = new ArrayDeque<>();

    /** One append to the store and what follows. */
    static final class Send {
        private final long from;
        private boolean done;

        private Send(long from) {
            this.from = from;
        }
    }

    /** @param next the store's next place */
    Send begin(long next) {
        Send send = new Send(next);
        sends.add(send);
        return send;
    }

    void end(Send send) {
        send.done = true;
        while (!sends.isEmpty() && sends.peek().done) {
            sends.poll();
        }
    }

    /**
     * Messages before this are in the backlog, or gone.
     *
     * @param next the store's next place
     */
    long known(long next) {
        return sends.isEmpty() ? next : sends.peek().from;
    }
}
