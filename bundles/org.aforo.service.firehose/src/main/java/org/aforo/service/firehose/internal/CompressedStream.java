package org.aforo.service.firehose.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compresses what is read through it, a chunk at a time. For one thread. */
final class CompressedStream extends InputStream {

    private final InputStream plain;
    private final Spool spool = new Spool();
    private final OutputStream compressor;
    private final byte[] chunk = new byte[Compression.CHUNK];
    private boolean done;

    CompressedStream(InputStream plain, Compression compression, String name) throws IOException {
        this.plain = plain;
        this.compressor = compression.over(spool, name);
    }

    @Override
    public int read() throws IOException {
        return fill() ? spool.take() & 0xff : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        return fill() ? spool.take(b, off, len) : -1;
    }

    private boolean fill() throws IOException {
        while (spool.isEmpty() && !done) {
            int n = plain.read(chunk, 0, chunk.length);
            if (n < 0) {
                done = true;
                compressor.close();
            } else {
                compressor.write(chunk, 0, n);
            }
        }
        return !spool.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            // An object given up half-way: lets the compressor give back what it holds.
            done = true;
            compressor.close();
        }
        plain.close();
    }

    /** Holds what was compressed until it is read. */
    private static final class Spool extends ByteArrayOutputStream {
        private int at;

        boolean isEmpty() {
            return at == count;
        }

        byte take() {
            byte b = buf[at++];
            rewind();
            return b;
        }

        int take(byte[] into, int off, int len) {
            int n = Math.min(len, count - at);
            System.arraycopy(buf, at, into, off, n);
            at += n;
            rewind();
            return n;
        }

        private void rewind() {
            if (at == count) {
                reset();
                at = 0;
            }
        }
    }
}
