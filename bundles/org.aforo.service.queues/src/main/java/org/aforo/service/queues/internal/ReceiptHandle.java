package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

import org.aforo.api.endpoint.AwsError;

/**
 * Names one receive of one message; good across restarts.
 *
 * @param salt   the queue's
 * @param number the message's
 * @param count  how often it had been received, with this time
 */
record ReceiptHandle(long salt, long number, int count) {

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Long.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final int CHARS = (BYTES + 2) / 3 * 4;

    /** @throws AwsError {@code ReceiptHandleIsInvalid} when it isn't one of the queue with this salt */
    static ReceiptHandle parse(String text, long salt) throws AwsError {
        if (text.length() == CHARS) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
                if (bytes.remaining() == BYTES && bytes.get() == VERSION) {
                    ReceiptHandle handle = new ReceiptHandle(bytes.getLong(), bytes.getLong(), bytes.getInt());
                    if (handle.salt == salt && bytes.getInt() == check(bytes)) {
                        return handle;
                    }
                }
            } catch (IllegalArgumentException e) {
                // Not base64: not one either.
            }
        }
        throw Errors.badHandle(text);
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(VERSION).putLong(salt).putLong(number).putInt(count);
        bytes.putInt(check(bytes));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static int check(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, BYTES - Integer.BYTES);
        return (int) crc.getValue();
    }
}
