package org.aforo.service.queues.internal;

import org.aforo.api.flow.RecordPeek;

/**
 * Looks at a queue's messages, oldest first, whatever their visibility; nothing about them changes. A record's
 * attributes tell its {@code Number}, which is what {@link Queue#discard} and {@link Queue#move} take.
 */
public final class QueuePeek implements RecordPeek {

    @Override
    public Look latest(int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Look after(String position, int max) {
        throw new UnsupportedOperationException();
    }
}
