package org.aforo.core.internal.log;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * A file that is opened when it is used. Everything is by position, so that whatever a channel's closing
 * cuts short (another thread's interrupt, or {@link OpenFiles} making room) is simply done again. A
 * thread's interrupt never fails an operation; it stays set.
 */
final class SegmentFile {

    /** The JDK copies by way of a direct buffer as large as the read, and keeps it; a small one stays in the cache. */
    private static final int READ_CHUNK = 128 * 1024;

    /** Whether files may be looked at in place. Windows deletes none that is, and nothing says when it no longer is. */
    static final boolean MAPPED = File.separatorChar == '/';

    private final OpenFiles files;
    private final Path path;
    volatile FileChannel channel;
    volatile boolean used;
    private volatile boolean retired;
    /** Weak: who reads holds it, and the collector gives it back with the last record that was read. */
    private volatile WeakReference<ByteBuffer> map = new WeakReference<>(null);

    private interface Work<T> {
        T on(FileChannel channel) throws IOException;
    }

    SegmentFile(OpenFiles files, Path path) {
        this.files = files;
        this.path = path;
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return run(FileChannel::size);
    }

    void force() throws IOException {
        run(file -> {
            file.force(false);
            return null;
        });
    }

    void truncate(long size) throws IOException {
        run(file -> file.truncate(size));
    }

    /** Writes all that remains in {@code source}. */
    void write(ByteBuffer source, long position) throws IOException {
        int start = source.position();
        run(file -> {
            source.position(start);
            while (source.hasRemaining()) {
                file.write(source, position + source.position() - start);
            }
            return null;
        });
    }

    /** Fills {@code target}. */
    void read(byte[] target, long position) throws IOException {
        run(file -> {
            int done = 0;
            while (done < target.length) {
                ByteBuffer chunk = ByteBuffer.wrap(target, done, Math.min(READ_CHUNK, target.length - done));
                int n = file.read(chunk, position + done);
                if (n < 0) {
                    throw new EOFException(path.getFileName() + " ends before byte " + (position + target.length));
                }
                done += n;
            }
            return null;
        });
    }

    /** Fills what remains of {@code target}. */
    void read(ByteBuffer target, long position) throws IOException {
        int start = target.position();
        run(file -> {
            target.position(start);
            while (target.hasRemaining()) {
                if (file.read(target, position + target.position() - start) < 0) {
                    throw new EOFException(path.getFileName() + " ends before byte " + (position + target.limit()));
                }
            }
            return null;
        });
    }

    /**
     * The file in place, from its start to {@code end} at least. What is read of it later costs no copy, and stays
     * readable when the file is closed or deleted.
     */
    ByteBuffer mapped(long end) throws IOException {
        return run(file -> {
            long size = file.size(); // asked each time: what is cut off a file by others must not be touched
            if (size < end) {
                throw new EOFException(path.getFileName() + " ends before byte " + end);
            }
            ByteBuffer held = map.get();
            if (held == null || held.capacity() < end) {
                held = file.map(MapMode.READ_ONLY, 0, Math.min(size, Integer.MAX_VALUE));
                map = new WeakReference<>(held);
            }
            return held.duplicate();
        });
    }

    /** Closes it for good: who uses it from now on gets an {@link IllegalStateException}. */
    void retire() throws IOException {
        retired = true;
        files.close(this);
    }

    void requireInUse() {
        if (retired) {
            throw new IllegalStateException("The record log is closed or trimmed");
        }
    }

    private <T> T run(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.on(channel());
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                } catch (ClosedChannelException e) {
                    requireInUse();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = files.open(this);
        }
        if (!used) {
            used = true;
        }
        return open;
    }
}
