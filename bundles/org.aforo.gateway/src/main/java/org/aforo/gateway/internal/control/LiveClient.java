package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One reader of the live feed, with the few frames it may be behind. */
final class LiveClient {

    private static final int BEHIND = 16;
    private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(5);
    private static final byte[] COMMENT = ": heartbeat\n\n".getBytes(StandardCharsets.UTF_8);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private boolean lost = true;
    private boolean ended;

    /** Whether the next frame has to tell everything. */
    boolean needsSnapshot() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** Hands over a frame, or drops what is there when the client is too far behind. Never blocks for long. */
    void offer(byte[] frame) {
        lock.lock();
        try {
            if (frames.size() >= BEHIND) {
                frames.clear();
                lost = true;
            } else {
                frames.add(frame);
                lost = false;
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes frames, and a comment now and then where there are none, until ended or the client goes. */
    void run(Answer.Sink sink) throws IOException {
        byte[] frame = next();
        while (frame != null) {
            sink.write(frame);
            frame = next();
        }
    }

    private byte[] next() throws IOException {
        lock.lock();
        try {
            long left = HEARTBEAT;
            while (frames.isEmpty() && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
            if (ended) {
                return null;
            }
            return frames.isEmpty() ? COMMENT : frames.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            lock.unlock();
        }
    }
}
