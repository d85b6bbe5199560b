package org.aforo.api.endpoint;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Reads part of a file. */
final class RegionStream extends FilterInputStream {

    private long left;

    RegionStream(Payload.Region region) throws IOException {
        super(new FileInputStream(region.file().toFile()));
        in.skipNBytes(region.offset());
        left = region.length();
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        int b = super.read();
        if (b >= 0) {
            left--;
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (left <= 0) {
            return len == 0 ? 0 : -1;
        }
        int n = super.read(b, off, (int) Math.min(len, left));
        if (n > 0) {
            left -= n;
        }
        return n;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(Math.min(n, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
