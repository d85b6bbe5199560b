package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;

/**
 * A message attribute; one of the values is there, the other null.
 *
 * @param dataType {@code String}, {@code Number}, {@code Binary}, with a custom label after a dot or without
 */
public record MessageAttribute(String dataType, String stringValue, ByteBuffer binaryValue) {
}
