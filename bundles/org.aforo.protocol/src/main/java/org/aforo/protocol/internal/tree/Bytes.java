package org.aforo.protocol.internal.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. Not safe for many threads at once. */
public final class Bytes {

    private byte[] bytes;
    private int length;

    public Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** Makes room for {@code more} bytes and gives the array; {@link #length()} is where they go. */
    public byte[] room(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
        return bytes;
    }

    /** Counts bytes that were put into {@link #room} in. */
    public void advance(int count) {
        length += count;
    }

    public void add(int value) {
        room(1)[length++] = (byte) value;
    }

    public void add(byte[] all) {
        System.arraycopy(all, 0, room(all.length), length, all.length);
        length += all.length;
    }

    /** Copies what remains in the buffer, which is left as it is. */
    public void add(ByteBuffer buffer) {
        int n = buffer.remaining();
        buffer.get(buffer.position(), room(n), length, n);
        length += n;
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
        ascii(Long.toString(value));
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
