package org.aforo.core.internal.log;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A bounded pool of direct buffers that batches are laid out in. Who finds none waits; nobody keeps one for long. */
final class Staging {

    private final int bytes;
    private final Semaphore permits;
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    Staging(int buffers, int bytes) {
        this.bytes = bytes;
        this.permits = new Semaphore(buffers);
    }

    ByteBuffer take() {
        permits.acquireUninterruptibly();
        ByteBuffer buffer = free.poll();
        return buffer != null ? buffer.clear() : ByteBuffer.allocateDirect(bytes);
    }

    void give(ByteBuffer buffer) {
        free.add(buffer);
        permits.release();
    }
}
