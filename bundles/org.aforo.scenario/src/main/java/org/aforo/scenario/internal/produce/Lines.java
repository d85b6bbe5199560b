package org.aforo.scenario.internal.produce;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a file, each with its line feed; the partition key is the line's first word. */
public final class Lines implements Iterator<Item>, Closeable {

    private static final int MOST = 1_000_000;
    private static final int LONGEST_KEY = 256;

    private final InputStream in;
    private byte[] line;

    public Lines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        advance();
    }

    @Override
    public boolean hasNext() {
        return line != null;
    }

    @Override
    public Item next() {
        if (line == null) {
            throw new NoSuchElementException();
        }
        Item item = new Item(key(line), line);
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return item;
    }

    /** Reads the next line; longer ones are cut where a record must end. */
    private void advance() throws IOException {
        ByteArrayOutputStream next = new ByteArrayOutputStream(256);
        int b = -1;
        while (next.size() < MOST && (b = in.read()) >= 0) {
            next.write(b);
            if (b == '\n') {
                break;
            }
        }
        if (b < 0 && next.size() > 0) {
            next.write('\n');
        }
        line = next.size() == 0 ? null : next.toByteArray();
    }

    /** A line's first word. */
    public static String key(byte[] line) {
        int end = 0;
        while (end < line.length && end < LONGEST_KEY && line[end] > ' ') {
            end++;
        }
        return end == 0 ? "-" : new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
