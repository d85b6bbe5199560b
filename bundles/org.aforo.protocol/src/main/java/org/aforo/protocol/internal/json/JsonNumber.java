package org.aforo.protocol.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

import org.aforo.protocol.internal.tree.PullReader;

/** JSON's numbers: {@code -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?}. */
final class JsonNumber {

    /** Longer ones would cost more to convert than they can mean. */
    private static final int MAX_LENGTH = 512;
    private static final int LONG_DIGITS = 18;

    private JsonNumber() {
    }

    /** Where the number at {@code from} ends. */
    static int end(byte[] bytes, int from, int to) {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        int whole = digits(bytes, at, to);
        if (whole > at + 1 && bytes[at] == '0') {
            throw PullReader.malformed();
        }
        at = whole;
        if (at < to && bytes[at] == '.') {
            at = digits(bytes, at + 1, to);
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            at = digits(bytes, at, to);
        }
        if (at - from > MAX_LENGTH) {
            throw PullReader.malformed();
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw PullReader.malformed();
        }
        return at;
    }

    static boolean isWhole(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        for (int at = from; at < end; at++) {
            if (bytes[at] == '.' || (bytes[at] | 0x20) == 'e') {
                return false;
            }
        }
        return true;
    }

    /** A Long, BigInteger or BigDecimal. */
    static Number parse(byte[] bytes, int from, int to) {
        boolean whole = isWhole(bytes, from, to);
        if (whole && to - from <= LONG_DIGITS) {
            return small(bytes, from, to);
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (whole) {
            BigInteger value = new BigInteger(text);
            return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw PullReader.malformed();
        }
    }

    private static Long small(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long value = 0;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return negative ? -value : value;
    }
}
