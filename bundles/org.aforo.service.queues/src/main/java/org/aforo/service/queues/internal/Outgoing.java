package org.aforo.service.queues.internal;

import java.util.Map;

/**
 * A message to send; checked already.
 *
 * @param attributes   by name, in the order they are to be told; may be empty
 * @param traceHeader  {@code AWSTraceHeader}, or null
 * @param delaySeconds null for the queue's
 * @param groupId      message group; null for none, which only standard queues take
 * @param dedupId      deduplication id; null for none, or for the body's hash where the queue's settings say so
 * @param senderId     who sends
 */
public record Outgoing(String body, Map<String, MessageAttribute> attributes, String traceHeader,
        Integer delaySeconds, String groupId, String dedupId, String senderId) {
}
