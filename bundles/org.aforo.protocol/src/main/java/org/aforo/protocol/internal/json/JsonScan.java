package org.aforo.protocol.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of strings eight bytes at a time. */
final class JsonScan {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private JsonScan() {
    }

    /** The first quote at or after {@code from}, or {@code to}. */
    static int quote(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - 16) {
            long one = zeros((long) LONGS.get(bytes, at) ^ QUOTES);
            long two = zeros((long) LONGS.get(bytes, at + 8) ^ QUOTES);
            if ((one | two) != 0) {
                return one != 0 ? at + first(one) : at + 8 + first(two);
            }
            at += 16;
        }
        while (at < to && bytes[at] != '"') {
            at++;
        }
        return at;
    }

    /** The first quote, backslash or control character at or after {@code from}, or {@code to}. */
    static int special(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - 8) {
            long word = (long) LONGS.get(bytes, at);
            long hits = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | (word - SPACES & ~word & HIGH);
            if (hits != 0) {
                return at + first(hits);
            }
            at += 8;
        }
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] & 0xff) >= ' ') {
            at++;
        }
        return at;
    }

    /** The high bit of each byte that is zero; false alarms only above a true one, so the lowest is right. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH;
    }

    private static int first(long hits) {
        return Long.numberOfTrailingZeros(hits) >>> 3;
    }
}
