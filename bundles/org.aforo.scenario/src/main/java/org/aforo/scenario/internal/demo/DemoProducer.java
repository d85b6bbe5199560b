package org.aforo.scenario.internal.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.aforo.api.Bench;
import org.aforo.api.Producers.Order;
import org.aforo.api.Producers.Producer;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.internal.produce.Template;
import org.aforo.scenario.internal.produce.Ticker;
import org.aforo.scenario.internal.produce.Zipf;

/**
 * Sends records to a sink, as many as are due by the bench's clock. What is refused isn't sent again. After a leap of
 * the clock it catches up with {@value #CATCH_UP} records at most.
 */
final class DemoProducer {

    private static final int CATCH_UP = 100_000;
    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 1 << 20;
    private static final double NANOS = 1e9;
    private static final Duration BEAT = Duration.ofMillis(50);
    private static final String GONE = "ResourceNotFoundException";

    private final String id;
    private final Order order;
    private final Bench bench;
    private final Meter meter;
    private final SplittableRandom random;
    private final Ticker ticker;
    private final Template template;
    private final Zipf keys;
    /** What is due counts from here, not from when the thread gets to run. */
    private final long begun;
    private volatile long sent;
    private volatile long refused;
    private volatile long made;
    private volatile String lastError = "";
    private volatile boolean running = true;
    private volatile Thread thread;

    /** @throws AwsError when the template is bad */
    DemoProducer(String id, long seed, Order order, Bench bench) throws AwsError {
        this.id = id;
        this.order = order;
        this.bench = bench;
        this.begun = bench.clock().nanos();
        this.random = new SplittableRandom(seed);
        this.ticker = order.payload().equals("ticker") ? new Ticker(seed) : null;
        this.template = ticker == null ? new Template(order.template()) : null;
        this.keys = new Zipf(order.keys(), order.skew());
        this.meter = bench.meters().open("producer:" + id, "out");
    }

    void start() {
        thread = bench.scheduler().start("producer-" + id, this::run);
    }

    /** Ends it; a batch under way may still arrive. */
    void stop() {
        running = false;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        meter.close();
    }

    Producer state() {
        return new Producer(id, order, sent, refused, lastError, running);
    }

    private void run() {
        try {
            pace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    private void pace() throws InterruptedException {
        long done = 0;
        while (running && !complete()) {
            long now = bench.clock().nanos();
            long due = (long) ((now - begun) / NANOS * order.rate()) - done;
            if (due <= 0) {
                bench.scheduler().sleepUntil(now + beat().toNanos());
                continue;
            }
            if (due > CATCH_UP) {
                done += due - CATCH_UP;
                due = CATCH_UP;
            }
            List<FlowRecord> batch = batch(due);
            done += batch.size();
            send(batch);
        }
    }

    private boolean complete() {
        return order.total() != null && made >= order.total();
    }

    /** So long that a fast clock doesn't make it one call a record. */
    private Duration beat() {
        return Duration.ofNanos((long) (BEAT.toNanos() * Math.max(bench.clock().scale(), 1e-3)));
    }

    private List<FlowRecord> batch(long due) {
        long most = Math.min(due, BATCH_RECORDS);
        if (order.total() != null) {
            most = Math.min(most, order.total() - made);
        }
        List<FlowRecord> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < most && bytes < BATCH_BYTES) {
            made++;
            String key = "key-" + (keys.draw(random) + 1);
            Instant now = bench.clock().now();
            byte[] data = ticker != null ? ticker.next().data()
                    : template.fill(new Template.Context(made, key, now, random)).getBytes(StandardCharsets.UTF_8);
            bytes += data.length;
            batch.add(new FlowRecord("", key, ByteBuffer.wrap(data).asReadOnlyBuffer(), now));
        }
        return batch;
    }

    private void send(List<FlowRecord> batch) throws InterruptedException {
        try {
            note(batch, bench.destinations().sink(order.arn()).put(batch));
        } catch (AwsError e) {
            refused(batch.size(), e);
            if (e.code().equals(GONE)) {
                running = false;
                lastError = "Ended, as " + order.arn() + " is gone: " + e.getMessage();
                bench.events().publish("producer-ended", order.arn(), id + ": " + lastError);
            }
        }
    }

    private void note(List<FlowRecord> batch, List<Outcome> outcomes) {
        long bytes = 0;
        long taken = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            AwsError error = outcomes.get(i).error();
            if (error == null) {
                taken++;
                bytes += batch.get(i).data().remaining();
            } else {
                refused(1, error);
            }
        }
        sent += taken;
        meter.add(taken, bytes);
    }

    private void refused(long count, AwsError error) {
        refused += count;
        meter.error(count);
        lastError = error.code() + ": " + error.getMessage();
    }
}
