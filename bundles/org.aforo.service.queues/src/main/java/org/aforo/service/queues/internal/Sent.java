package org.aforo.service.queues.internal;

/**
 * A message that was sent; one that was sent before, where it is a duplicate.
 *
 * @param sequenceNumber of FIFO queues; null otherwise
 */
public record Sent(String messageId, String sequenceNumber) {
}
