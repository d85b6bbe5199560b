package org.aforo.service.queues.internal;

import java.util.Map;

/**
 * A message as it is stored.
 *
 * @param id          its message id where it isn't the one that its place gives it; null mostly
 * @param sentAt      milliseconds since the epoch
 * @param source      ARN of the queue it was moved from as a dead letter, or null
 * @param dedupId     as told to receivers, or null
 */
public record StoredMessage(String id, String body, Map<String, MessageAttribute> attributes, String traceHeader,
        String senderId, String groupId, String dedupId, String source, long sentAt) {
}
