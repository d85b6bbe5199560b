package org.aforo.service.queues.internal;

/**
 * A message that was taken for a receive, as it was at that moment.
 *
 * @param dueAt when it is to be ready again, in milliseconds since the epoch
 * @param first when it was received first, alike
 * @param count how often it was received, with this time
 */
record Picked(Message message, long place, long dueAt, long first, int count) {

    static Picked of(Message message) {
        return new Picked(message, message.place, message.dueAt, message.receipt.first, message.receipt.count);
    }
}
