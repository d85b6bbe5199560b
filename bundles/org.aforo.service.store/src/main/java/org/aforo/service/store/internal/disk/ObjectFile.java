package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.aforo.api.endpoint.Payload;

/**
 * Part of an object's file, opened while it was sure to be that object's: what is read stays the same when
 * the object is replaced or deleted meanwhile.
 */
final class ObjectFile implements Payload {

    private final FileChannel channel;
    private final long offset;
    private final long length;

    ObjectFile(FileChannel channel, long offset, long length) {
        this.channel = channel;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream stream() {
        return new Bytes();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Bytes extends InputStream {
        private long read;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (read >= length) {
                return -1;
            }
            ByteBuffer target = ByteBuffer.wrap(bytes, from, (int) Math.min(count, length - read));
            int n = channel.read(target, offset + read);
            if (n > 0) {
                read += n;
            }
            return n;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, length - read);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
