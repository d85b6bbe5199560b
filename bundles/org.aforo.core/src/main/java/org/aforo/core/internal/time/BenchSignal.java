package org.aforo.core.internal.time;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.time.Scheduler;

/** Raising costs one increment while nobody waits. */
final class BenchSignal implements Scheduler.Signal {

    private final BenchTime time;
    private final AtomicLong raised = new AtomicLong();
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();

    BenchSignal(BenchTime time) {
        this.time = time;
    }

    @Override
    public long stamp() {
        return raised.get();
    }

    @Override
    public boolean await(long stamp, Duration timeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (raised.get() == stamp && timeout.isPositive()) {
            long due = time.in(timeout);
            // A raise() that the stamp already counts may still be waking people, and wake this thread in vain.
            do {
                waitFor(stamp, due);
            } while (raised.get() == stamp && time.nanos() < due);
        }
        return raised.get() != stamp;
    }

    @Override
    public void raise() {
        raised.incrementAndGet();
        for (Waiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.wake();
        }
    }

    private void waitFor(long stamp, long due) throws InterruptedException {
        Waiter waiter = new Waiter();
        waiters.add(waiter);
        try {
            // Looked at again now that raise() can see the waiter: one of the two notices the other.
            if (raised.get() == stamp) {
                time.await(waiter, due);
            }
        } finally {
            waiters.remove(waiter);
        }
    }
}
