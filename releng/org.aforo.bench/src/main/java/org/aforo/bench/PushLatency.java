package org.aforo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.HdrHistogram.Histogram;

/**
 * How long a record takes from the moment it was due to be put to a subscriber's hands, while 10,000 are put a second,
 * each by a PutRecord of its own, to one shard. A generator that is late makes it longer: nothing is left out.
 */
final class PushLatency {

    private static final int RATE = 10_000;
    private static final int PRODUCERS = 4;
    private static final String STREAM = "pushes";

    private final Figures figures;
    private final double seconds;

    /** How a subscription is opened. */
    private interface Opener {
        Subscriber open(Target target, String consumer, String shard) throws IOException, InterruptedException;
    }

    PushLatency(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    void measure(Target target) throws IOException, InterruptedException {
        target.createStream(STREAM, 1);
        measure(target, "HTTP/1.1", Subscriber::http1);
        measure(target, "HTTP/2", Subscriber::http2);
    }

    private void measure(Target target, String version, Opener opener) throws IOException, InterruptedException {
        run(target, subscribed(target, version + "-warm-up", opener), Math.max(1, seconds / 2));
        Histogram latencies = run(target, subscribed(target, version, opener), seconds);
        String what = String.format("SubscribeToShard over %s at %,d rec/s: ", version, RATE);
        figures.note(what + "p50 (ms)", target, latencies.getValueAtPercentile(50) / 1e6);
        figures.note(what + "p99 (ms)", target, latencies.getValueAtPercentile(99) / 1e6);
        long expected = Math.round(RATE * seconds);
        if (latencies.getTotalCount() < expected * 0.99) {
            System.out.println("  " + target.name() + "  only " + latencies.getTotalCount() + " of " + expected
                    + " records were pushed in time");
        }
    }

    /** By a consumer of its own: a consumer's next subscription to a shard has to wait for five seconds. */
    private static Subscriber subscribed(Target target, String name, Opener opener)
            throws IOException, InterruptedException {
        String consumer = target.registerConsumer(STREAM, name.replace('/', '-'));
        return opener.open(target, consumer, target.shards(STREAM).getFirst());
    }

    private static Histogram run(Target target, Subscriber subscriber, double seconds)
            throws IOException, InterruptedException {
        Histogram latencies = new Histogram(3);
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<IOException> broken = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().name("subscriber").start(() -> {
            try (InputStream body = subscriber.body()) {
                new EventReader(body).read(due -> latencies.recordValue(Math.max(0, System.nanoTime() - due)));
            } catch (IOException e) {
                if (!over.get()) {
                    broken.set(e);
                }
            }
        });
        Producers.run(target, STREAM, PRODUCERS, RATE, seconds);
        Thread.sleep(300);
        over.set(true);
        subscriber.close();
        reader.join();
        if (broken.get() != null) {
            throw broken.get();
        }
        return latencies;
    }
}
