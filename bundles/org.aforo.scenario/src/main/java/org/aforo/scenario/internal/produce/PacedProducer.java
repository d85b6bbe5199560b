package org.aforo.scenario.internal.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.aforo.api.Bench;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Scenario.ProducerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.record.Ledger;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.Batch;

/**
 * Sends generated records over the wire at a pace by the bench clock, in batches, and what was refused
 * again, as a real producer must.
 */
public final class PacedProducer implements Producer {

    /** Before a producer's name in its meter's, which notes how long each batch took on the wire. */
    public static final String METERED = "producer:";

    private static final double NANOS = 1e9;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);
    /** Real time between two batches of a slow producer, so that a scaled clock doesn't make it one request a record. */
    private static final Duration BEAT = Duration.ofMillis(50);

    private final String name;
    private final Batches batches;
    private final Target target;
    private final Pace pace;
    private final AwsClient client;
    private final Bench bench;
    private final BooleanSupplier stopped;
    private final Ledger sent = new Ledger();
    private final Meter meter;
    private volatile String failure = "";

    /** @param stopped asked before each batch */
    public PacedProducer(ProducerSpec spec, Iterator<Item> items, AwsClient client, Bench bench,
            BooleanSupplier stopped) {
        this.name = spec.name();
        this.target = spec.to();
        this.batches = new Batches(items, target, spec.ordered());
        this.pace = new Pace(spec.pace());
        this.client = client;
        this.bench = bench;
        this.stopped = stopped;
        this.meter = bench.meters().open(METERED + name, "out");
    }

    @Override
    public void run() throws InterruptedException {
        try (batches) {
            flow();
        } catch (IOException e) {
            failure = e.getMessage();
        } catch (UncheckedIOException e) {
            failure = e.getCause().getMessage();
        }
    }

    private void flow() throws InterruptedException {
        long begun = bench.clock().nanos();
        long taken = 0;
        while (batches.hasNext() && failure.isEmpty() && !stopped.getAsBoolean()) {
            double seconds = (bench.clock().nanos() - begun) / NANOS;
            long due = pace.dueBy(seconds) - taken;
            if (due > 0) {
                List<Item> batch = batches.next(due);
                taken += batch.size();
                send(batch);
            } else if (pace.over(seconds)) {
                return;
            } else {
                bench.scheduler().sleep(beat());
            }
        }
    }

    private Duration beat() {
        double scale = bench.clock().scale();
        return Duration.ofNanos((long) (BEAT.toNanos() * Math.max(scale, 1e-3)));
    }

    private void send(List<Item> batch) throws InterruptedException {
        List<Item> left = batch;
        Duration backoff = FIRST_BACKOFF;
        while (!left.isEmpty() && !stopped.getAsBoolean()) {
            List<Item> refused = left;
            try {
                long began = System.nanoTime();
                refused = Batch.put(client, target, left);
                meter.latency(System.nanoTime() - began);
            } catch (AwsClient.Refused answer) {
                if (!answer.retryable()) {
                    failure = answer.getMessage();
                    return;
                }
            } catch (IOException e) {
                failure = "the wire broke: " + e.getMessage();
                return;
            }
            note(left, refused);
            left = refused;
            if (!left.isEmpty()) {
                bench.scheduler().sleep(backoff);
                backoff = backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0 ? backoff.multipliedBy(2)
                        : LONGEST_BACKOFF;
            }
        }
    }

    /** Refused items are in the order of those that were sent. */
    private void note(List<Item> batch, List<Item> refused) {
        int r = 0;
        for (Item item : batch) {
            if (r < refused.size() && refused.get(r) == item) {
                r++;
            } else {
                meter.add(1, item.data().length);
                sent.add(item.key(), item.data());
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Ledger sent() {
        return sent;
    }

    @Override
    public String skipped() {
        return "";
    }

    @Override
    public String failure() {
        return failure;
    }
}
