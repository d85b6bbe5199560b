package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many segment files are open: past the limit, one that was not used lately is closed
 * (second chance, so that using an open file costs no lock). Safe for many threads.
 */
final class OpenFiles {

    /** How a file is opened for reading and writing, made if it isn't there. */
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    private final int limit;
    private final Opener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SegmentFile> open = new ArrayDeque<>();

    OpenFiles(int limit, Opener opener) {
        this.limit = limit;
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
