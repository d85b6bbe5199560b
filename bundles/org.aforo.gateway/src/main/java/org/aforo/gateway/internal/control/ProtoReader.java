package org.aforo.gateway.internal.control;

import java.nio.ByteBuffer;

/**
 * Reads a message in Protocol Buffers' wire form, field by field. What is broken ends the message and is told by
 * {@link #broken()}; nothing is thrown, and nothing beyond the buffer is read.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST = 64;

    private final ByteBuffer in;
    private int type;
    private int field;
    private boolean broken;

    ProtoReader(ByteBuffer in) {
        this.in = in.slice();
    }

    /** Goes to the next field; what the one before holds must have been taken or skipped. */
    boolean next() {
        if (broken || !in.hasRemaining()) {
            return false;
        }
        long tag = varint();
        type = (int) (tag & 7);
        field = (int) (tag >>> 3);
        broken |= field <= 0 || tag >>> 32 != 0;
        return !broken;
    }

    int field() {
        return field;
    }

    /** Whether it ended for being broken. */
    boolean broken() {
        return broken;
    }

    long number() {
        if (type != VARINT) {
            broken = true;
            return 0;
        }
        return varint();
    }

    ByteBuffer bytes() {
        long length = type == BYTES ? varint() : -1;
        if (broken || length < 0 || length > in.remaining()) {
            broken = true;
            return ByteBuffer.allocate(0);
        }
        ByteBuffer bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return bytes;
    }

    void skip() {
        switch (type) {
            case VARINT -> varint();
            case BYTES -> bytes();
            case FIXED64 -> jump(Long.BYTES);
            case FIXED32 -> jump(Integer.BYTES);
            default -> broken = true;
        }
    }

    private void jump(int bytes) {
        broken |= in.remaining() < bytes;
        in.position(broken ? in.limit() : in.position() + bytes);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < LONGEST && in.hasRemaining(); shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        broken = true;
        return 0;
    }
}
