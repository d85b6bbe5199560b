package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.api.time.Scheduler.Timer;

/**
 * Puts a file's records into a sink, in the file's order and spaced as they were, or closer, by the bench's clock. The
 * file is read through before the first one is put. A clock that is moved by hand stands at each record's time until it
 * was put, a second of real time at most: a sink at its capacity waits for the clock itself.
 */
final class Replay extends TrafficJob {

    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int PATIENCE_SECONDS = 1;
    private static final double NANOS_A_MILLI = 1e6;

    private final double speed;
    private final CountDownLatch ready = new CountDownLatch(1);
    private long begun;
    private long begin;
    private long due;
    /** What the timer that has come last waits for. */
    private CountDownLatch done = new CountDownLatch(0);
    private volatile boolean stopped;

    /** @param speed how many times as fast as it was; 0 for as fast as it goes */
    Replay(String id, Arn arn, Path file, Bench bench, double speed) {
        super(id, arn, file, bench);
        this.speed = speed;
        bench.destinations().sink(arn.toString());
    }

    @Override
    String kind() {
        return "replay";
    }

    /** Waits until the first record is put and the next one is due later, or it has ended; not for long. */
    void awaitReady() throws InterruptedException {
        ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    void work() throws IOException, InterruptedException {
        try {
            check();
            begun = bench.clock().nanos();
            due = begun;
            try (TrafficFile lines = new TrafficFile(file)) {
                put(lines);
            }
        } finally {
            ready.countDown();
            done.countDown();
        }
    }

    private void check() throws IOException {
        try (TrafficFile lines = new TrafficFile(file)) {
            TrafficLine line = lines.next();
            while (line != null && !stopped) {
                line = lines.next();
            }
        }
    }

    private void put(TrafficFile lines) throws IOException, InterruptedException {
        TrafficLine next = lines.next();
        begin = next == null ? 0 : next.millis();
        while (next != null && !stopped) {
            await(due(next));
            long now = bench.clock().nanos();
            long number = lines.line();
            List<FlowRecord> batch = new ArrayList<>();
            int bytes = 0;
            while (next != null && batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES && due(next) <= now) {
                due = due(next);
                bytes += next.data().remaining();
                batch.add(next.record(bench.clock().now()));
                next = lines.next();
            }
            put(batch, number);
        }
    }

    /** When a record is due; one that is out of order goes right after those before it. */
    private long due(TrafficLine line) {
        return speed == 0 ? due : Math.max(due, begun + Math.round((line.millis() - begin) * NANOS_A_MILLI / speed));
    }

    private void await(long nanos) throws InterruptedException {
        long left = nanos - bench.clock().nanos();
        if (left <= 0) {
            return;
        }
        CountDownLatch come = new CountDownLatch(1);
        CountDownLatch put = new CountDownLatch(1);
        Timer timer = bench.scheduler().after(Duration.ofNanos(left), "replay-" + id, () -> {
            come.countDown();
            hold(put);
        });
        // the next timer stands before the clock may go on
        done.countDown();
        done = put;
        ready.countDown();
        try {
            come.await();
        } finally {
            timer.cancel();
        }
    }

    private static void hold(CountDownLatch put) {
        try {
            put.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param line of the first record, as long as there are no empty ones between */
    private void put(List<FlowRecord> batch, long line) throws InterruptedException {
        List<Outcome> outcomes = bench.destinations().sink(arn.toString()).put(batch);
        long taken = 0;
        long bytes = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).error() == null) {
                taken++;
                bytes += batch.get(i).data().remaining();
            } else {
                refused("line " + (line + i) + ": " + outcomes.get(i).error().code() + ": "
                        + outcomes.get(i).error().getMessage());
            }
        }
        count(taken, bytes);
    }

    @Override
    void end(Thread worker) {
        stopped = true;
        worker.interrupt();
    }
}
