package org.aforo.core.internal.log;

import java.nio.ByteBuffer;

/**
 * A run of records of one batch as it lies in a segment file, big endian:
 *
 * <pre>
 * magic u32 | length u32 of the whole block | CRC32C u32 of all that follows | count u31, top bit: the batch goes on
 * in the next block | offset u64 of the first record
 * then each record: millis i64 | key length u32 | data length u32 | key | data
 * </pre>
 *
 * @param bytes    what was read of the file, read-only
 * @param at       where in {@code bytes} the block begins
 * @param position where in the file the block begins
 * @param more     whether the batch goes on in the next block
 */
record Block(ByteBuffer bytes, int at, long position, int length, int count, boolean more, long offset) {

    static final int MAGIC = 0xAF0B10C1;
    static final int HEADER = 24;
    static final int RECORD = 16;

    /** A batch is cut into blocks of about this size: what a reader must fetch and check to get one record. */
    static final int TARGET = 32 * 1024;

    static final int LENGTH_AT = 4;
    static final int CRC_AT = 8;
    static final int COUNT_AT = 12;
    static final int OFFSET_AT = 16;
    static final int MORE = 0x8000_0000;

    /** The offset after the block's last record. */
    long next() {
        return offset + count;
    }

    /** Where in {@link #bytes} the first record begins. */
    int records() {
        return at + HEADER;
    }

    /** Where the record after the one at {@code record} begins. */
    int after(int record) {
        return record + RECORD + keyLength(record) + dataLength(record);
    }

    long millis(int record) {
        return bytes.getLong(record);
    }

    int keyLength(int record) {
        return bytes.getInt(record + 8);
    }

    int dataLength(int record) {
        return bytes.getInt(record + 12);
    }

    long firstMillis() {
        return millis(records());
    }

    long lastMillis() {
        int record = records();
        for (int i = 1; i < count; i++) {
            record = after(record);
        }
        return millis(record);
    }
}
