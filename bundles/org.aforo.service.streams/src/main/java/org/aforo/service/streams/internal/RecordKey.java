package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The key a record has in its shard's log: the partition key in UTF-8, and before it bytes that UTF-8 never has: one
 * with the number of the encryption key where the data is encrypted, one with the explicit hash key where one was
 * given.
 */
public final class RecordKey {

    private static final byte EXPLICIT = (byte) 0xFF;
    private static final byte SEALED = (byte) 0xFE;
    private static final int EXPLICIT_LENGTH = 1 + 2 * Long.BYTES;
    private static final int SEALED_LENGTH = 1 + Integer.BYTES;

    private RecordKey() {
    }

    /**
     * @param explicit hash key, or null
     * @param seal     number of the encryption key; 0 for none
     */
    static ByteBuffer write(byte[] partitionKey, HashKey explicit, int seal) {
        if (explicit == null && seal == 0) {
            return ByteBuffer.wrap(partitionKey);
        }
        ByteBuffer key = ByteBuffer.allocate(SEALED_LENGTH + EXPLICIT_LENGTH + partitionKey.length);
        if (seal != 0) {
            key.put(SEALED).putInt(seal);
        }
        if (explicit != null) {
            key.put(EXPLICIT).putLong(explicit.high()).putLong(explicit.low());
        }
        return key.put(partitionKey).flip();
    }

    /** The number of the key that the data is encrypted with; 0 for none. */
    public static int seal(ByteBuffer key) {
        return marked(key, key.position(), SEALED) ? key.getInt(key.position() + 1) : 0;
    }

    private static boolean marked(ByteBuffer key, int at, byte mark) {
        return at < key.limit() && key.get(at) == mark;
    }

    private static int afterSeal(ByteBuffer key) {
        return key.position() + (marked(key, key.position(), SEALED) ? SEALED_LENGTH : 0);
    }

    private static int text(ByteBuffer key) {
        int at = afterSeal(key);
        return at + (marked(key, at, EXPLICIT) ? EXPLICIT_LENGTH : 0);
    }

    /** The partition key. */
    public static String read(ByteBuffer key) {
        int at = text(key);
        byte[] text = new byte[key.limit() - at];
        key.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The explicit hash key; null where none was given. */
    static HashKey explicit(ByteBuffer key) {
        int at = afterSeal(key);
        return marked(key, at, EXPLICIT) ? new HashKey(key.getLong(at + 1), key.getLong(at + 1 + Long.BYTES)) : null;
    }

    /** The partition key's length in bytes. */
    static int length(ByteBuffer key) {
        return key.limit() - text(key);
    }
}
