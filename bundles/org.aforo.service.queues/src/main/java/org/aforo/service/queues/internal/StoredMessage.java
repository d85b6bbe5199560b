package org.aforo.service.queues.internal;

import java.util.Map;

/**
 * A message as it is stored.
 *
 * @param id       its message id where it isn't the one its number gives it; null mostly
 * @param dedupId  as told to receivers, or null
 * @param source   ARN of the queue it was moved from as a dead letter, or null
 * @param sentAt   milliseconds since the epoch
 * @param receives how often it was received in other queues before
 */
public record StoredMessage(String id, String body, Map<String, MessageAttribute> attributes, String traceHeader,
        String senderId, String groupId, String dedupId, String source, long sentAt, int receives) {

    /** As it is in a dead-letter queue. */
    StoredMessage asDeadLetter(String messageId, String from, int received, long enqueued, boolean fifo) {
        return new StoredMessage(messageId, body, attributes, traceHeader, senderId, groupId,
                fifo ? messageId : dedupId, from, enqueued, receives + received);
    }

    /** As it is when it is sent anew. */
    StoredMessage anew(long now) {
        return new StoredMessage(null, body, attributes, traceHeader, senderId, groupId, dedupId, null, now, 0);
    }
}
