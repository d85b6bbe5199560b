package org.aforo.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.HdrHistogram.Histogram;

/** How soon a long poll has its answer, from when a message is sent. */
final class QueueWake {

    private static final int TIMES = 300;
    private static final int WARM_UP = 50;
    private static final int POLL_SECONDS = 20;

    private QueueWake() {
    }

    /** In nanoseconds. */
    static Histogram run(int port, QueueRequests requests) throws IOException, InterruptedException {
        Histogram wakes = new Histogram(3);
        try (HttpConnection sending = new HttpConnection(port); HttpConnection polling = new HttpConnection(port)) {
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                AtomicReference<byte[]> got = new AtomicReference<>();
                AtomicReference<IOException> broken = new AtomicReference<>();
                Thread poll = Thread.ofPlatform().start(() -> {
                    try {
                        got.set(polling.exchange(requests.receive(1, POLL_SECONDS), true));
                    } catch (IOException e) {
                        broken.set(e);
                    }
                });
                Thread.sleep(5);
                long sent = System.nanoTime();
                sending.exchange(requests.send(), false);
                poll.join();
                long took = System.nanoTime() - sent;
                if (broken.get() != null) {
                    throw broken.get();
                }
                List<String> handles = QueueRounds.handles(got.get());
                if (handles.isEmpty()) {
                    throw new IOException("a long poll came back empty");
                }
                sending.exchange(requests.delete(handles.getFirst()), false);
                if (i >= WARM_UP) {
                    wakes.recordValue(took);
                }
            }
        }
        return wakes;
    }
}
