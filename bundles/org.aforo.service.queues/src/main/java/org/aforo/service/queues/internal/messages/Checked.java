package org.aforo.service.queues.internal.messages;

import org.aforo.service.queues.internal.Outgoing;

/**
 * A message that may be sent.
 *
 * @param bytes         its size: body and attributes
 * @param md5Body       of its body
 * @param md5Attributes of its attributes, or null
 * @param md5System     of its system attributes, or null
 */
public record Checked(Outgoing outgoing, long bytes, String md5Body, String md5Attributes, String md5System) {
}
