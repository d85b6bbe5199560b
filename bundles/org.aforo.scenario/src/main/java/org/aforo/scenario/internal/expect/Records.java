package org.aforo.scenario.internal.expect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Takes an object apart into the records that were written one after another: JSON objects, with the
 * line feed that follows one if it does, and otherwise lines.
 */
final class Records {

    private final InputStream in;
    private byte[] record = new byte[1024];
    private int size;
    private int pushedBack = -2;

    private Records(InputStream in) {
        this.in = in;
    }

    /** Gives each record to {@code each}. A last one that breaks off is given as it is. */
    static void forEach(InputStream in, Consumer<byte[]> each) throws IOException {
        Records records = new Records(in);
        byte[] next;
        while ((next = records.next()) != null) {
            each.accept(next);
        }
    }

    private byte[] next() throws IOException {
        size = 0;
        int b = read();
        if (b < 0) {
            return null;
        }
        put(b);
        if (b == '{') {
            object();
        } else {
            line(b);
        }
        return Arrays.copyOf(record, size);
    }

    private void object() throws IOException {
        int depth = 1;
        boolean text = false;
        boolean escaped = false;
        int b;
        while (depth > 0 && (b = read()) >= 0) {
            put(b);
            if (escaped) {
                escaped = false;
            } else if (text) {
                escaped = b == '\\';
                text = b != '"';
            } else if (b == '"') {
                text = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}') {
                depth--;
            }
        }
        int after = read();
        if (after == '\n') {
            put(after);
        } else {
            pushedBack = after;
        }
    }

    private void line(int first) throws IOException {
        int b = first;
        while (b != '\n' && (b = read()) >= 0) {
            put(b);
        }
    }

    private int read() throws IOException {
        if (pushedBack != -2) {
            int b = pushedBack;
            pushedBack = -2;
            return b;
        }
        return in.read();
    }

    private void put(int b) {
        if (size == record.length) {
            record = Arrays.copyOf(record, 2 * size);
        }
        record[size++] = (byte) b;
    }
}
