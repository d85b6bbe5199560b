package org.aforo.service.queues.internal.messages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.service.queues.internal.MessageAttribute;

/**
 * The digests that clients compare what was taken in with.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation">
 *      How attributes' digest is calculated</a>
 */
final class Md5 {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte STRING = 1;
    private static final byte BINARY = 2;

    private Md5() {
    }

    static String of(byte[] body) {
        return hex(digest().digest(body));
    }

    /** Of attributes in the order of their names: lengths, names, types and values; null when there are none. */
    static String of(Map<String, MessageAttribute> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        MessageDigest digest = digest();
        new TreeMap<>(attributes).forEach((name, value) -> {
            add(digest, bytes(name));
            add(digest, bytes(value.dataType()));
            if (value.stringValue() != null) {
                digest.update(STRING);
                add(digest, bytes(value.stringValue()));
            } else {
                digest.update(BINARY);
                add(digest, value.binaryValue().duplicate());
            }
        });
        return hex(digest.digest());
    }

    private static String hex(byte[] bytes) {
        byte[] text = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = DIGITS[bytes[i] >> 4 & 0xf];
            text[2 * i + 1] = DIGITS[bytes[i] & 0xf];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void add(MessageDigest digest, ByteBuffer bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.remaining()));
        digest.update(bytes);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
