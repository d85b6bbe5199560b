package org.aforo.service.queues.internal;

import java.util.List;

/**
 * What was taken for one receive.
 *
 * @param live to be given to the receiver
 * @param dead received too often: to be moved to the dead-letter queue instead
 * @param to   that queue; null where there is none dead
 */
record Take(List<Picked> live, List<Picked> dead, Queue to) {

    static final Take NOTHING = new Take(List.of(), List.of(), null);

    boolean isEmpty() {
        return live.isEmpty() && dead.isEmpty();
    }
}
