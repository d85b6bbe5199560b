package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The key a record has in its shard's log: the partition key in UTF-8; before it, where one was given, a
 * byte that UTF-8 never has and the explicit hash key in 16 bytes.
 */
public final class RecordKey {

    private static final byte MARK = (byte) 0xFF;
    private static final int MARKED = 1 + 2 * Long.BYTES;

    private RecordKey() {
    }

    static ByteBuffer write(byte[] partitionKey, HashKey explicit) {
        if (explicit == null) {
            return ByteBuffer.wrap(partitionKey);
        }
        return ByteBuffer.allocate(MARKED + partitionKey.length).put(MARK).putLong(explicit.high())
                .putLong(explicit.low()).put(partitionKey).flip();
    }

    /** The partition key. */
    public static String read(ByteBuffer key) {
        boolean marked = key.hasRemaining() && key.get(key.position()) == MARK;
        ByteBuffer text = marked ? key.slice(key.position() + MARKED, key.remaining() - MARKED) : key.duplicate();
        return StandardCharsets.UTF_8.decode(text).toString();
    }

    /** The explicit hash key; null where none was given. */
    static HashKey explicit(ByteBuffer key) {
        boolean marked = key.hasRemaining() && key.get(key.position()) == MARK;
        return marked ? new HashKey(key.getLong(key.position() + 1), key.getLong(key.position() + 1 + Long.BYTES))
                : null;
    }

    /** The partition key's length in bytes. */
    static int length(ByteBuffer key) {
        boolean marked = key.hasRemaining() && key.get(key.position()) == MARK;
        return key.remaining() - (marked ? MARKED : 0);
    }
}
