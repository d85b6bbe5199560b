package org.aforo.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.HdrHistogram.Histogram;

/** How soon a long poll has its answer, from when a message is sent. */
final class QueueWake {

    private static final int TIMES = 300;
    private static final int WARM_UP = 50;
    private static final int POLL_SECONDS = 20;
    /** Until a poll that was begun waits, for sure: what it takes to begin isn't what is measured. */
    private static final int SETTLE_MILLIS = 20;

    private QueueWake() {
    }

    /** What a poll got, and when. */
    private record Woken(byte[] answer, long at) {
    }

    /** In nanoseconds. */
    static Histogram run(int port, QueueRequests requests) throws IOException, InterruptedException {
        Histogram wakes = new Histogram(3);
        try (HttpConnection sending = new HttpConnection(port);
                HttpConnection polling = new HttpConnection(port);
                ExecutorService poller = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                Future<Woken> poll = poller.submit(() -> new Woken(polling.exchange(requests.receive(1, POLL_SECONDS),
                        true), System.nanoTime()));
                Thread.sleep(SETTLE_MILLIS);
                long sent = System.nanoTime();
                sending.exchange(requests.send(), false);
                Woken woken = got(poll);
                List<String> handles = QueueRounds.handles(woken.answer);
                if (handles.isEmpty()) {
                    throw new IOException("a long poll came back empty");
                }
                sending.exchange(requests.delete(handles.getFirst()), false);
                if (i >= WARM_UP) {
                    wakes.recordValue(woken.at - sent);
                }
            }
        }
        return wakes;
    }

    private static Woken got(Future<Woken> poll) throws IOException, InterruptedException {
        try {
            return poll.get();
        } catch (ExecutionException e) {
            throw new IOException("a long poll broke off", e.getCause());
        }
    }
}
