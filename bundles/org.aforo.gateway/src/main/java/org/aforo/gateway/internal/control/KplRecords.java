package org.aforo.gateway.internal.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes apart what the Kinesis Producer Library put together into one record: four magic bytes, an
 * {@code AggregatedRecord} in Protocol Buffers' form, and its MD5.
 *
 * @see <a href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">The format</a>
 */
final class KplRecords {

    private static final int MAGIC = 0xF3899AC2;
    private static final int DIGEST = 16;
    private static final int MOST = 10_000;

    private final List<String> keys = new ArrayList<>();
    private final List<String> hashKeys = new ArrayList<>();
    private final List<ByteBuffer> records = new ArrayList<>();

    private KplRecords() {
    }

    /**
     * One of the records.
     *
     * @param explicitHashKey null where there is none
     */
    record Part(String key, String explicitHashKey, ByteBuffer data) {
    }

    /** The records that are in one; nothing when it isn't aggregated, or broken. */
    static Optional<List<Part>> read(ByteBuffer data) {
        ByteBuffer bytes = data.slice();
        if (bytes.remaining() <= Integer.BYTES + DIGEST || bytes.getInt(0) != MAGIC) {
            return Optional.empty();
        }
        ByteBuffer message = bytes.slice(Integer.BYTES, bytes.remaining() - Integer.BYTES - DIGEST);
        ByteBuffer digest = bytes.slice(bytes.limit() - DIGEST, DIGEST);
        if (!digest.equals(ByteBuffer.wrap(md5(message.slice())))) {
            return Optional.empty();
        }
        return new KplRecords().parts(new ProtoReader(message));
    }

    private Optional<List<Part>> parts(ProtoReader message) {
        while (message.next()) {
            switch (message.field()) {
                case 1 -> keys.add(text(message.bytes()));
                case 2 -> hashKeys.add(text(message.bytes()));
                case 3 -> records.add(message.bytes());
                default -> message.skip();
            }
            if (keys.size() + hashKeys.size() + records.size() > MOST) {
                return Optional.empty();
            }
        }
        List<Part> parts = new ArrayList<>();
        for (ByteBuffer record : records) {
            Part part = part(new ProtoReader(record));
            if (part == null) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return message.broken() ? Optional.empty() : Optional.of(parts);
    }

    /** Null when it is broken. */
    private Part part(ProtoReader record) {
        long key = -1;
        long hashKey = -1;
        ByteBuffer data = null;
        while (record.next()) {
            switch (record.field()) {
                case 1 -> key = record.number();
                case 2 -> hashKey = record.number();
                case 3 -> data = record.bytes();
                default -> record.skip();
            }
        }
        boolean good = !record.broken() && data != null && key >= 0 && key < keys.size()
                && hashKey < hashKeys.size();
        return good ? new Part(keys.get((int) key), hashKey < 0 ? null : hashKeys.get((int) hashKey), data) : null;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static byte[] md5(ByteBuffer bytes) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
