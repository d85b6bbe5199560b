package org.aforo.protocol.internal.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** A growing array of bytes, or one that is emptied into a drain. Not safe for many threads at once. */
public final class Bytes {

    /** So much of a buffer is added at once. */
    private static final int STEP = 8 << 10;

    private final Consumer<ByteBuffer> drain;
    private byte[] bytes;
    private int length;

    public Bytes(int capacity) {
        this(capacity, null);
    }

    /**
     * @param drain takes what is there each time {@code capacity} is reached, but for the last byte, which may still
     *              be changed; it may not keep the buffer. What is there at the end is the caller's to take
     */
    public Bytes(int capacity, Consumer<ByteBuffer> drain) {
        this.bytes = new byte[capacity];
        this.drain = drain;
    }

    /** Where the next byte goes, after {@link #room}. */
    public int length() {
        return length;
    }

    /** Makes room for {@code more} bytes and gives the array; {@link #length()} is where they go. */
    public byte[] room(int more) {
        if (more > bytes.length - length) {
            make(more);
        }
        return bytes;
    }

    private void make(int more) {
        if (drain != null && length > 1) {
            byte last = bytes[length - 1];
            drain.accept(ByteBuffer.wrap(bytes, 0, length - 1));
            bytes[0] = last;
            length = 1;
        }
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }

    /** Counts bytes that were put into {@link #room} in. */
    public void advance(int count) {
        length += count;
    }

    public void add(int value) {
        room(1)[length++] = (byte) value;
    }

    public void add(byte[] all) {
        add(all, all.length);
    }

    /** Adds the first {@code n} bytes of an array. */
    public void add(byte[] from, int n) {
        System.arraycopy(from, 0, room(n), length, n);
        length += n;
    }

    /** Copies what remains in the buffer, which is left as it is. */
    public void add(ByteBuffer buffer) {
        int at = buffer.position();
        while (at < buffer.limit()) {
            int n = Math.min(buffer.limit() - at, STEP);
            buffer.get(at, room(n), length, n);
            length += n;
            at += n;
        }
    }

    /** Adds a string in UTF-8. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a string that has nothing but ASCII in it. */
    @SuppressWarnings("deprecation")
    public void ascii(String text) {
        int n = text.length();
        text.getBytes(0, n, room(n), length);
        length += n;
    }

    /** Adds a number in decimal. */
    public void number(long value) {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        byte[] to = room(digits);
        length += digits;
        long rest = value;
        for (int at = length - 1; digits > 0; digits--) {
            to[at--] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The last byte, or 0. */
    public byte last() {
        return length == 0 ? 0 : bytes[length - 1];
    }

    /** Changes the last byte. */
    public void last(int value) {
        bytes[length - 1] = (byte) value;
    }

    /** Takes the last byte off. */
    public void drop() {
        length--;
    }

    /** What was added; shares the array. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
