package org.aforo.protocol.internal.json;

import java.nio.ByteBuffer;
import java.util.Base64;

import org.aforo.protocol.internal.tree.Bytes;

/**
 * Writes Base64. The JDK's encoder takes whole arrays and writes to the start of others, which costs a copy on either
 * side of it, but goes through many bytes at once; so it is given pieces that stay in the processor's cache. Not safe
 * for many threads at once.
 */
final class Base64Writer {

    private static final int PIECE = 3 << 10;

    private byte[] piece;
    private byte[] text = {};

    /** Adds all that remains in {@code data}, which is left as it is. */
    void write(ByteBuffer data, Bytes out) {
        int at = data.position();
        while (at < data.limit()) {
            byte[] plain = array(Math.min(PIECE, data.limit() - at));
            data.get(at, plain);
            int length = (plain.length + 2) / 3 * 4;
            if (text.length < length) {
                text = new byte[length];
            }
            Base64.getEncoder().encode(plain, text);
            out.add(text, length);
            at += plain.length;
        }
    }

    /** The same one as before where it fits: records are often of one size. */
    private byte[] array(int length) {
        if (piece == null || piece.length != length) {
            piece = new byte[length];
        }
        return piece;
    }
}
