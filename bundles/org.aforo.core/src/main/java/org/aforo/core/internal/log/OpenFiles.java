package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Bounds how many segment files are open: past the limit, one that was not used lately is closed
 * (second chance, so that using an open file costs no lock). Safe for many threads.
 */
final class OpenFiles {

    /** How a file is opened for reading and writing, made if it isn't there. */
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    private final IntSupplier more;
    private final Opener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SegmentFile> open = new ArrayDeque<>();

    private int limit;
    private boolean asked;

    /**
     * @param limit how many may be open at first
     * @param more  how many may be open after all; asked once, when the limit is reached
     */
    OpenFiles(int limit, IntSupplier more, Opener opener) {
        this.limit = limit;
        this.more = more;
        this.opener = opener;
    }

    FileChannel open(SegmentFile file) throws IOException {
        lock.lock();
        try {
            FileChannel old = file.channel;
            if (old != null && old.isOpen()) {
                return old;
            }
            file.requireInUse();
            if (old == null) {
                makeRoom();
                open.add(file);
            }
            file.channel = opener.open(file.path());
            return file.channel;
        } catch (IOException e) {
            forget(file);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    void close(SegmentFile file) throws IOException {
        lock.lock();
        try {
            FileChannel channel = file.channel;
            forget(file);
            if (channel != null) {
                channel.close();
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    private void forget(SegmentFile file) {
        file.channel = null;
        open.remove(file);
    }

    private void makeRoom() throws IOException {
        if (open.size() >= limit && !asked) {
            asked = true;
            limit = Math.max(limit, more.getAsInt());
        }
        while (open.size() >= limit) {
            SegmentFile oldest = open.poll();
            if (oldest.used) {
                oldest.used = false;
                open.add(oldest);
            } else {
                // A reader in the midst of it gets ClosedChannelException, opens it again and goes on.
                FileChannel channel = oldest.channel;
                oldest.channel = null;
                channel.close();
            }
        }
    }
}
