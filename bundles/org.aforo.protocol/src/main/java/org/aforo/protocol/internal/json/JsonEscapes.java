package org.aforo.protocol.internal.json;

import java.nio.charset.StandardCharsets;

import org.aforo.protocol.internal.tree.PullReader;

/** Reads a string that has escapes in it. */
final class JsonEscapes {

    private final byte[] bytes;
    private final int to;
    private final StringBuilder text = new StringBuilder();
    private int at;

    JsonEscapes(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /** The string; {@code firstEscape} is where its first backslash is. */
    String read(int firstEscape) {
        int hit = firstEscape;
        while (hit < to && bytes[hit] == '\\') {
            append(hit);
            at = hit + 1;
            text.append(escape());
            hit = JsonScan.special(bytes, at, to);
        }
        append(hit);
        at = hit;
        return text.toString();
    }

    /** Where the string ended. */
    int end() {
        return at;
    }

    private void append(int until) {
        text.append(new String(bytes, at, until - at, StandardCharsets.UTF_8));
    }

    private char escape() {
        if (at == to) {
            throw PullReader.malformed();
        }
        byte what = bytes[at++];
        return switch (what) {
            case '"', '\\', '/' -> (char) what;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw PullReader.malformed();
        };
    }

    private char unicode() {
        int value = 0;
        for (int n = 0; n < 4; n++, at++) {
            int digit = at == to ? -1 : Character.digit(bytes[at], 16);
            if (digit < 0) {
                throw PullReader.malformed();
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }
}
