package org.aforo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** A closed-loop load: each connection sends its request again as soon as the answer is there. */
final class Load {

    /**
     * What a load run gave.
     *
     * @param perSecond answers a second that were 200
     * @param refused   others
     */
    record Result(double perSecond, long refused) {
    }

    private Load() {
    }

    /**
     * Runs {@code connections} connections for {@code seconds}, after a warm-up as long.
     *
     * @param requests prepared requests, one a connection in turn
     */
    static Result run(int port, int connections, double seconds, List<byte[]> requests)
            throws IOException, InterruptedException {
        LongAdder answers = new LongAdder();
        LongAdder refused = new LongAdder();
        AtomicReference<IOException> broken = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(connections);
        long begin = System.nanoTime() + (long) (seconds * 1e9);
        long end = begin + (long) (seconds * 1e9);
        List<HttpConnection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            HttpConnection connection = new HttpConnection(port);
            open.add(connection);
            byte[] request = requests.get(i % requests.size());
            Thread.ofPlatform().name("load-" + i).start(() -> {
                try {
                    long now;
                    while ((now = System.nanoTime()) < end) {
                        connection.exchange(request, false);
                        if (now >= begin) {
                            (connection.status() == 200 ? answers : refused).increment();
                        }
                    }
                } catch (IOException e) {
                    broken.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        for (HttpConnection connection : open) {
            connection.close();
        }
        if (broken.get() != null) {
            throw broken.get();
        }
        return new Result(answers.sum() / seconds, refused.sum());
    }
}
