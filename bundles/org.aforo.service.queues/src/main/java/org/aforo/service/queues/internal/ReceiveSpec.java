package org.aforo.service.queues.internal;

/**
 * What a receive asks for.
 *
 * @param max               at most so many messages
 * @param waitSeconds       how long to wait for the first; null for the queue's setting
 * @param visibilitySeconds how long to hide them; null for the queue's setting
 * @param attemptId         {@code ReceiveRequestAttemptId} of FIFO queues, or null
 */
public record ReceiveSpec(int max, Integer waitSeconds, Integer visibilitySeconds, String attemptId) {
}
