package org.aforo.service.queues.internal;

/**
 * Where messages go that were received too often.
 *
 * @param target          the dead-letter queue's ARN
 * @param maxReceiveCount how often a message may be received before; the receive after moves it
 */
public record RedrivePolicy(String target, int maxReceiveCount) {
}
