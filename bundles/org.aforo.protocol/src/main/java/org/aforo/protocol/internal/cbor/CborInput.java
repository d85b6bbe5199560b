package org.aforo.protocol.internal.cbor;

import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.PullReader;

/** CBOR's heads and strings, read from front to back. */
final class CborInput {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int LIST = 4;
    static final int MAP = 5;
    static final int TAG = 6;

    static final long EPOCH = 1;
    static final long BIG_POSITIVE = 2;
    static final long BIG_NEGATIVE = 3;
    static final long DECIMAL = 4;

    static final int UNTIL_BREAK = 31;

    private static final int BREAK = 0xff;
    private static final int INFO = 0x1f;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** A string of text or bytes, as part of an array. */
    record Text(byte[] bytes, int from, int to) {
    }

    CborInput(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int remaining() {
        return end - at;
    }

    /** The first byte of the next value. */
    int head() {
        if (at == end) {
            throw PullReader.malformed();
        }
        return bytes[at++] & 0xff;
    }

    static int major(int head) {
        return head >> 5;
    }

    static int info(int head) {
        return head & INFO;
    }

    /** What a head counts, as an unsigned number. */
    long argument(int head) {
        int info = info(head);
        return switch (info) {
            case 24 -> big(1);
            case 25 -> big(2);
            case 26 -> big(4);
            case 27 -> big(8);
            default -> {
                if (info > 27) {
                    throw PullReader.malformed();
                }
                yield info;
            }
        };
    }

    private long big(int size) {
        if (size > remaining()) {
            throw PullReader.malformed();
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /** Takes a break if one comes. */
    boolean takesBreak() {
        if (at < end && (bytes[at] & 0xff) == BREAK) {
            at++;
            return true;
        }
        return false;
    }

    /** A string of text or bytes, put together when it comes in pieces. */
    Text text(int head) {
        if (info(head) != UNTIL_BREAK) {
            int length = length(head);
            at += length;
            return new Text(bytes, at - length, at);
        }
        Bytes all = new Bytes(256);
        while (!takesBreak()) {
            int piece = head();
            if (major(piece) != major(head) || info(piece) == UNTIL_BREAK) {
                throw PullReader.malformed();
            }
            int length = length(piece);
            System.arraycopy(bytes, at, all.room(length), all.length(), length);
            all.advance(length);
            at += length;
        }
        return new Text(all.buffer().array(), 0, all.length());
    }

    private int length(int head) {
        long length = argument(head);
        if (length < 0 || length > remaining()) {
            throw PullReader.malformed();
        }
        return (int) length;
    }
}
