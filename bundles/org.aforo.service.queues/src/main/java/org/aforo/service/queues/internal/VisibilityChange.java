package org.aforo.service.queues.internal;

/**
 * A received message's new visibility timeout.
 *
 * @param seconds from now
 */
public record VisibilityChange(String receiptHandle, int seconds) {
}
