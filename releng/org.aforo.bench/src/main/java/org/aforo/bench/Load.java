package org.aforo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import org.HdrHistogram.Histogram;

/** A closed-loop load: each connection sends its next request as soon as the answer is there. */
final class Load {

    /** What one connection sends; used by its thread alone. */
    interface Client {
        /** The next request. */
        byte[] request();

        /** Whether the answer is to be kept for {@link #answer}. */
        default boolean wantsAnswer() {
            return false;
        }

        /** The answer to the last request. */
        default void answer(byte[] body) throws IOException {
            // of no interest
        }
    }

    /**
     * What a load run gave.
     *
     * @param perSecond answers a second that were 200
     * @param refused   others
     * @param latencies of all answers, in nanoseconds
     */
    record Result(double perSecond, long refused, Histogram latencies) {

        /** The same, of answers that count {@code times} as much. */
        Result times(double times) {
            return new Result(perSecond * times, refused, latencies);
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    private final int port;
    private final long begin;
    private final long end;
    private final AtomicReference<IOException> broken = new AtomicReference<>();

    private Load(int port, double warmUp, double seconds) {
        this.port = port;
        this.begin = System.nanoTime() + (long) (warmUp * 1e9);
        this.end = begin + (long) (seconds * 1e9);
    }

    /** Prepared requests, one a connection in turn, again and again. */
    static IntFunction<Client> prepared(List<byte[]> requests) {
        return i -> () -> requests.get(i % requests.size());
    }

    /** Runs prepared requests after a warm-up as long. */
    static Result run(int port, int connections, double seconds, List<byte[]> requests)
            throws IOException, InterruptedException {
        return run(port, connections, seconds, seconds, prepared(requests));
    }

    /**
     * Runs {@code connections} connections for {@code seconds}, after a warm-up.
     *
     * @param clients what each connection sends, by its number
     */
    static Result run(int port, int connections, double warmUp, double seconds, IntFunction<Client> clients)
            throws IOException, InterruptedException {
        Load load = new Load(port, warmUp, seconds);
        List<Connection> open = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            Connection connection = load.new Connection(clients.apply(i), done);
            open.add(connection);
            Thread.ofPlatform().name("load-" + i).start(connection);
        }
        done.await();
        if (load.broken.get() != null) {
            throw load.broken.get();
        }
        Histogram latencies = new Histogram(3);
        long answers = 0;
        long refused = 0;
        for (Connection connection : open) {
            latencies.add(connection.latencies);
            answers += connection.answers;
            refused += connection.refused;
        }
        return new Result(answers / seconds, refused, latencies);
    }

    /** Sends a request a number of times, each to be answered with 200. */
    static void send(int port, int times, byte[] request) throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < times; i++) {
                connection.exchange(request, false);
                if (connection.status() != 200) {
                    throw new IOException("a request was answered with " + connection.status());
                }
            }
        }
    }

    private final class Connection implements Runnable {

        private final Client client;
        private final CountDownLatch done;
        private final Histogram latencies = new Histogram(3);
        private long answers;
        private long refused;

        Connection(Client client, CountDownLatch done) {
            this.client = client;
            this.done = done;
        }

        @Override
        public void run() {
            try (HttpConnection connection = new HttpConnection(port)) {
                long now = System.nanoTime();
                while (now < end) {
                    byte[] body = connection.exchange(client.request(), client.wantsAnswer());
                    long after = System.nanoTime();
                    if (now >= begin) {
                        count(connection.status() == 200, after - now);
                    }
                    if (body != null) {
                        client.answer(body);
                    }
                    now = System.nanoTime();
                }
            } catch (IOException e) {
                broken.compareAndSet(null, e);
            } finally {
                done.countDown();
            }
        }

        private void count(boolean ok, long nanos) {
            if (ok) {
                answers++;
            } else {
                refused++;
            }
            latencies.recordValue(nanos);
        }
    }
}
