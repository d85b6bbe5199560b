package org.aforo.service.queues.internal;

import org.aforo.api.time.Scheduler.Signal;

/** A receive that waits for messages. Guarded by its queue's lock, but for the signal. */
final class Waiter {

    final ReceiveSpec spec;
    final Signal signal;
    /** Raised after it. */
    final long stamp;
    /** What it was given; null as long as it waits. */
    Take given;

    Waiter(ReceiveSpec spec, Signal signal) {
        this.spec = spec;
        this.signal = signal;
        this.stamp = signal.stamp();
    }
}
