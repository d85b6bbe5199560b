package org.aforo.gateway.internal.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of traffic line by line: never more of it than a line is held. For one thread. */
final class TrafficFile implements AutoCloseable {

    /** A record of 10 MiB in Base64, and its key. */
    private static final int LONGEST = 15 << 20;

    private final Path path;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line;

    TrafficFile(Path path) throws IOException {
        this.path = path;
        this.in = Files.newInputStream(path);
    }

    /**
     * The next record; null at the end. Empty lines are passed over.
     *
     * @throws ControlException naming the line that is no record
     */
    TrafficLine next() throws IOException {
        ByteBuffer text = nextLine();
        while (text != null && !text.hasRemaining()) {
            text = nextLine();
        }
        if (text == null) {
            return null;
        }
        try {
            return TrafficLine.read(text);
        } catch (ControlException e) {
            throw wrong(e.getMessage());
        }
    }

    /** The number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    private ControlException wrong(String what) {
        return ControlException.bad(path + ", line " + line + ": " + what);
    }

    private ByteBuffer nextLine() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        line++;
        ByteArrayOutputStream text = new ByteArrayOutputStream(256);
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            text.write(buffer, from, at - from);
            if (text.size() > LONGEST) {
                throw wrong("longer than a record can be.");
            }
        } while (at == end && fill());
        if (at < end) {
            at++;
        }
        byte[] bytes = text.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return ByteBuffer.wrap(bytes, 0, length);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
