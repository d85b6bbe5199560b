package org.aforo.service.topics.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An attribute of a message.
 *
 * @param type   as given: {@code String}, {@code Number}, {@code String.Array}, {@code Binary}, or one of these with a
 *               label of its own
 * @param text   null for a binary one
 * @param binary null for others; not to be changed
 */
public record MessageAttribute(String type, String text, byte[] binary) {

    public boolean isBinary() {
        return binary != null;
    }

    /** As it is told in an envelope. */
    public String value() {
        return isBinary() ? Base64.getEncoder().encodeToString(binary) : text;
    }

    /** Bytes that count for the message's size, its name aside. */
    public int size() {
        return type.getBytes(StandardCharsets.UTF_8).length
                + (isBinary() ? binary.length : text.getBytes(StandardCharsets.UTF_8).length);
    }
}
