package org.aforo.protocol.internal.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * One message of an event stream: lengths and their checksum, headers of strings, the payload, and a checksum of it
 * all.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">The encoding</a>
 */
public final class EventMessage {

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final byte STRING = 7;

    private EventMessage() {
    }

    /** The message. */
    public static ByteBuffer of(Map<String, String> headers, ByteBuffer payload) {
        byte[] head = headers(headers);
        int length = PRELUDE + head.length + payload.remaining() + CHECKSUM;
        ByteBuffer message = ByteBuffer.allocate(length).putInt(length).putInt(head.length);
        message.putInt(checksum(message)).put(head).put(payload.duplicate());
        return message.putInt(checksum(message)).flip();
    }

    private static byte[] headers(Map<String, String> headers) {
        ByteBuffer out = ByteBuffer.allocate(headers.entrySet().stream()
                .mapToInt(e -> Byte.BYTES + utf8(e.getKey()).length + 1 + Short.BYTES + utf8(e.getValue()).length)
                .sum());
        headers.forEach((name, value) -> out.put((byte) utf8(name).length).put(utf8(name)).put(STRING)
                .putShort((short) utf8(value).length).put(utf8(value)));
        return out.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of all that was written so far. */
    private static int checksum(ByteBuffer message) {
        CRC32 crc = new CRC32();
        crc.update(message.array(), 0, message.position());
        return (int) crc.getValue();
    }
}
