package org.aforo.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads server-sent events, one after the other; for one thread, but closed by any.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream implements AutoCloseable {

    /** One event: its type, and its data as UTF-8. */
    record Message(String type, byte[] data, int length) {
    }

    private static final int MAX_LINE = 512 << 20;
    private static final int KEPT = 1 << 20;
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int from;
    private int to;
    private byte[] line = new byte[1 << 16];
    private int length;
    private volatile long heard = System.nanoTime();

    EventStream(InputStream in) {
        this.in = in;
    }

    /** Since when nothing has come although it was waited for, by {@link System#nanoTime()}. */
    long heard() {
        return heard;
    }

    /**
     * The next event; null at the end of the stream. Comments are passed over. Its data is overwritten by the next.
     * Data on several lines, which benches don't send, is joined.
     */
    Message next() throws IOException {
        String type = "message";
        int data = 0;
        if (line.length > KEPT) {
            line = new byte[1 << 16];
        }
        length = 0;
        while (readLine(data)) {
            if (length == data) {
                if (data > 0) {
                    return new Message(type, line, data);
                }
                type = "message";
            } else if (starts(data, DATA)) {
                int start = data + DATA.length;
                System.arraycopy(line, start, line, data, length - start);
                data = length - DATA.length;
            } else {
                String field = new String(line, data, Math.min(length - data, 256), StandardCharsets.UTF_8);
                type = field.startsWith("event:") ? field.substring("event:".length()).strip() : type;
            }
            length = data;
        }
        return null;
    }

    private boolean starts(int at, byte[] with) {
        return length - at >= with.length && Arrays.equals(line, at, at + with.length, with, 0, with.length);
    }

    /** Appends a line, without its end, at {@code at}; false at the end of the stream. */
    private boolean readLine(int at) throws IOException {
        length = at;
        while (true) {
            if (from == to) {
                from = 0;
                heard = System.nanoTime();
                to = Math.max(0, in.read(chunk));
                if (to == 0) {
                    return false;
                }
                heard = System.nanoTime();
            }
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            append(end);
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                length -= length > at && line[length - 1] == '\r' ? 1 : 0;
                return true;
            }
        }
    }

    private void append(int end) throws IOException {
        int needed = length + end - from;
        if (needed > MAX_LINE) {
            throw new IOException("The bench told more than " + (MAX_LINE >> 20) + " MiB at once");
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, Math.min(MAX_LINE, line.length * 2)));
        }
        System.arraycopy(chunk, from, line, length, end - from);
        length = needed;
    }

    /** Ends it, at once. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // it was broken off already
        }
    }
}
