package org.aforo.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Fills a queue in batches, over some connections at a time. */
final class QueueFill {

    private final int port;
    private final QueueRequests requests;
    private final int messages;
    private final long end;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<IOException> broken = new AtomicReference<>();

    private QueueFill(int port, QueueRequests requests, int messages, double seconds) {
        this.port = port;
        this.requests = requests;
        this.messages = messages;
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /**
     * Sends messages for so many seconds at most.
     *
     * @return how many were sent
     */
    static int run(int port, QueueRequests requests, int messages, int connections, double seconds)
            throws IOException, InterruptedException {
        QueueFill fill = new QueueFill(port, requests, messages, seconds);
        CountDownLatch done = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            Thread.ofPlatform().name("fill-" + i).start(() -> {
                fill.send();
                done.countDown();
            });
        }
        done.await();
        if (fill.broken.get() != null) {
            throw fill.broken.get();
        }
        return fill.sent.get();
    }

    private void send() {
        try (HttpConnection connection = new HttpConnection(port)) {
            while (System.nanoTime() < end && begun.getAndAdd(QueueRequests.BATCH) < messages) {
                connection.exchange(requests.sendBatch(), false);
                if (connection.status() != 200) {
                    throw new IOException("a batch was answered with " + connection.status());
                }
                sent.addAndGet(QueueRequests.BATCH);
            }
        } catch (IOException e) {
            broken.compareAndSet(null, e);
        }
    }
}
