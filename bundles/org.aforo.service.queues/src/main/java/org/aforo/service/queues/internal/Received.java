package org.aforo.service.queues.internal;

/**
 * A message that was received.
 *
 * @param receiptHandle   what it is deleted with
 * @param firstReceivedAt milliseconds since the epoch
 * @param receiveCount    with this receive
 */
public record Received(StoredMessage message, String messageId, String receiptHandle, String sequenceNumber,
        long firstReceivedAt, int receiveCount) {
}
