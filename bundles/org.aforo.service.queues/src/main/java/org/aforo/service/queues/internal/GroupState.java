package org.aforo.service.queues.internal;

/**
 * What a message group holds now.
 *
 * @param waiting  messages that aren't in flight
 * @param blocked  as in {@link QueueCounts}
 */
public record GroupState(String groupId, long waiting, long inFlight, boolean blocked) {
}
