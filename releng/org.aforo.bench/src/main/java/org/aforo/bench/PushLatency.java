package org.aforo.bench;

import java.io.IOException;
import java.util.function.LongConsumer;

import org.HdrHistogram.Histogram;

/**
 * How long a record takes from the moment it was due to be put to a subscriber's hands, while 10,000 are put a second,
 * each by a PutRecord of its own, to one shard. A generator that is late makes it longer: nothing is left out.
 */
final class PushLatency {

    private static final int RATE = 10_000;
    private static final int PRODUCERS = 4;
    private static final String STREAM = "pushes";
    /** Seconds of a subscription that don't count: both sides' code is compiled, on the cores that are measured. */
    private static final double WARM_UP = 6;
    /** The SDK's client brings much more code of its own to be compiled. */
    private static final double SDK_WARM_UP = 15;

    private final Figures figures;
    private final double seconds;

    /** A subscription that is open; tells each record's moment as it comes. */
    interface Open {
        void close() throws IOException, InterruptedException;
    }

    /** How one is opened. */
    private interface Opener {
        Open open(Target target, String consumer, String shard, LongConsumer moments)
                throws IOException, InterruptedException;
    }

    PushLatency(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    void measure(Target target) throws IOException, InterruptedException {
        target.createStream(STREAM, 1);
        measure(target, "HTTP/1.1", WARM_UP, Subscriber::http1);
        measure(target, "HTTP/2", WARM_UP, Subscriber::http2);
        measure(target, "HTTP/2 by the AWS SDK", SDK_WARM_UP, SdkSubscriber::open);
    }

    private void measure(Target target, String how, double warmUp, Opener opener)
            throws IOException, InterruptedException {
        Histogram latencies = run(target, how.replaceAll("[^A-Za-z0-9.]", "-"), warmUp, opener);
        String what = String.format("SubscribeToShard over %s at %,d rec/s: ", how, RATE);
        figures.note(what + "p50 (ms)", target, latencies.getValueAtPercentile(50) / 1e6);
        figures.note(what + "p99 (ms)", target, latencies.getValueAtPercentile(99) / 1e6);
        long expected = Math.round(RATE * seconds);
        if (latencies.getTotalCount() < expected * 0.99) {
            System.out.println("  " + target.name() + "  only " + latencies.getTotalCount() + " of " + expected
                    + " records were pushed in time");
        }
    }

    /** By a consumer of its own: a consumer's next subscription to a shard has to wait for five seconds. */
    private Histogram run(Target target, String name, double warmUp, Opener opener)
            throws IOException, InterruptedException {
        String consumer = target.registerConsumer(STREAM, name);
        Histogram latencies = new Histogram(3);
        long counted = System.nanoTime() + (long) (warmUp * 1e9);
        Open open = opener.open(target, consumer, target.shards(STREAM).getFirst(), due -> {
            if (due >= counted) {
                latencies.recordValue(Math.max(0, System.nanoTime() - due));
            }
        });
        Producers.run(target, STREAM, PRODUCERS, RATE, (counted - System.nanoTime()) / 1e9 + seconds);
        Thread.sleep(300);
        open.close();
        return latencies;
    }
}
