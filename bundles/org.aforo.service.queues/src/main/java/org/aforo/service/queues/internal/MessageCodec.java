package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;

/**
 * Messages as records of a log: the body is the record's data, all else its key:
 *
 * <pre>
 * version u8 | sentAt i64 | dueAt i64 | number i64, -1 where it is the record's offset | receives u32
 * then texts: id, group, deduplication id, sender, trace header, source
 * then count of attributes u32, and of each: name, type, text, bytes
 * a text: length i32, -1 for null | UTF-8
 * </pre>
 */
final class MessageCodec {

    /** The number of a message that gets it with its place. */
    static final long NEW = -1;

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 3 * Long.BYTES + Integer.BYTES;
    private static final int NULL = -1;
    private static final byte[] NOTHING = {};

    private MessageCodec() {
    }

    /**
     * What is held in memory of a record.
     *
     * @param moved whether it came as a dead letter
     */
    record Head(long number, long sentAt, long dueAt, boolean moved, String groupId, String dedupId, int size) {
    }

    /** @param number {@link #NEW} or that of a message that is stored anew */
    static Entry write(StoredMessage message, long number, long dueAt, long millis) {
        List<byte[]> parts = new ArrayList<>();
        for (String text : new String[] {message.id(), message.groupId(), message.dedupId(), message.senderId(),
                message.traceHeader(), message.source()}) {
            parts.add(bytes(text));
        }
        message.attributes().forEach((name, attribute) -> {
            parts.add(bytes(name));
            parts.add(bytes(attribute.dataType()));
            parts.add(bytes(attribute.stringValue()));
            parts.add(bytes(attribute.binaryValue()));
        });
        int size = FIXED + Integer.BYTES;
        for (byte[] part : parts) {
            size += Integer.BYTES + (part == null ? 0 : part.length);
        }
        ByteBuffer key = ByteBuffer.allocate(size).put(VERSION).putLong(message.sentAt()).putLong(dueAt)
                .putLong(number).putInt(message.receives());
        for (int i = 0; i < parts.size(); i++) {
            if (i == 6) {
                key.putInt(message.attributes().size());
            }
            put(key, parts.get(i));
        }
        if (parts.size() == 6) {
            key.putInt(0);
        }
        return new Entry(millis, key.flip(), ByteBuffer.wrap(message.body().getBytes(StandardCharsets.UTF_8)));
    }

    static Head head(Stored record) {
        ByteBuffer key = record.key().duplicate();
        long sentAt = key.position(1).getLong();
        long dueAt = key.getLong();
        long number = key.getLong();
        key.getInt();
        boolean moved = text(key) != null;
        return new Head(number == NEW ? record.offset() : number, sentAt, dueAt, moved, text(key), text(key),
                size(record));
    }

    static StoredMessage read(Stored record) {
        ByteBuffer key = record.key().duplicate();
        long sentAt = key.position(1).getLong();
        int receives = key.position(FIXED - Integer.BYTES).getInt();
        String id = text(key);
        String group = text(key);
        String dedup = text(key);
        String sender = text(key);
        String trace = text(key);
        String source = text(key);
        return new StoredMessage(id, StandardCharsets.UTF_8.decode(record.data().duplicate()).toString(),
                attributes(key), trace, sender, group, dedup, source, sentAt, receives);
    }

    private static Map<String, MessageAttribute> attributes(ByteBuffer key) {
        int count = key.getInt();
        if (count == 0) {
            return Map.of();
        }
        Map<String, MessageAttribute> attributes = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            attributes.put(text(key), new MessageAttribute(text(key), text(key), binary(key)));
        }
        return attributes;
    }

    /** What a record takes. */
    static int size(Stored record) {
        return record.key().remaining() + record.data().remaining();
    }

    /** What an entry takes. */
    static int size(Entry entry) {
        return entry.key().remaining() + entry.data().remaining();
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer binary) {
        if (binary == null) {
            return null;
        }
        byte[] bytes = binary.hasRemaining() ? new byte[binary.remaining()] : NOTHING;
        binary.duplicate().get(bytes);
        return bytes;
    }

    private static void put(ByteBuffer to, byte[] part) {
        if (part == null) {
            to.putInt(NULL);
        } else {
            to.putInt(part.length).put(part);
        }
    }

    private static String text(ByteBuffer from) {
        ByteBuffer bytes = binary(from);
        return bytes == null ? null : StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static ByteBuffer binary(ByteBuffer from) {
        int length = from.getInt();
        if (length == NULL) {
            return null;
        }
        ByteBuffer part = from.slice(from.position(), length);
        from.position(from.position() + length);
        return part;
    }
}
