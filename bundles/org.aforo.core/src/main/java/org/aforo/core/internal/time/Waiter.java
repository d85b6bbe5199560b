package org.aforo.core.internal.time;

import java.util.concurrent.locks.LockSupport;

/** A thread that waits for news or for its time. */
final class Waiter {

    private final Thread thread = Thread.currentThread();
    private volatile boolean done;

    Thread thread() {
        return thread;
    }

    boolean done() {
        return done;
    }

    void wake() {
        done = true;
        LockSupport.unpark(thread);
    }

    void park() throws InterruptedException {
        while (!done) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
