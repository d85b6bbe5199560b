package org.aforo.service.queues.internal;

/** Finds dead-letter queues. */
interface DeadLetters {

    /** The queue of a redrive policy; null when it isn't there. */
    Queue of(RedrivePolicy policy);
}
