package org.aforo.service.firehose.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.FlushReason;
import org.aforo.api.log.RecordLog;
import org.aforo.api.meter.Meter;
import org.aforo.api.time.Scheduler;

/**
 * Moves flushed records from the log into objects, in order, one object a flush. A delivery that fails
 * is tried again, later and later, by a timer rather than by waiting, so that time that is stepped goes
 * on; the flushes after it queue up behind it. Records older than AWS keeps them are given up.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/retry.html">Delivery failures</a>
 */
final class Delivery implements Buffers.Flusher {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;
    private static final String BUSY = "Please reduce your request rate.";

    /** A flush that isn't delivered. */
    private record Pending(long records, Instant opened, FlushReason reason, UUID uuid) {
    }

    /** What stops a delivery. */
    record Trouble(String code, String message, Instant since, int attempts, Instant retry) {
    }

    /** A destination as it is at this moment. */
    record Target(Definition definition, Naming naming) {
    }

    private final Bench bench;
    private final Supplier<Target> target;
    private final RecordLog log;
    private final Progress progress;
    private final Backlog backlog;
    private final Limits limits;
    private final Meter out;
    private final Figures figures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private Scheduler.Timer retry;
    private boolean draining;
    private boolean closed;
    private volatile Trouble trouble;
    private volatile Instant queuedSince;

    Delivery(Bench bench, Supplier<Target> target, RecordLog log, Progress progress, Backlog backlog, Limits limits,
            Meter out, Figures figures) {
        this.bench = bench;
        this.target = target;
        this.log = log;
        this.progress = progress;
        this.backlog = backlog;
        this.limits = limits;
        this.out = out;
        this.figures = figures;
    }

    @Override
    public void flush(Buffers.Batch batch) throws InterruptedException {
        lock.lock();
        try {
            waiting.add(new Pending(batch.records(), batch.opened(), batch.reason(), UUID.randomUUID()));
            queuedSince = waiting.peek().opened();
            if (retry == null) {
                drain();
            }
        } finally {
            lock.unlock();
        }
    }

    private void again() {
        lock.lock();
        try {
            retry = null;
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Delivers what waits, until something can't be. */
    private void drain() throws InterruptedException {
        if (draining) {
            // A delivery that waits for bench time on the thread that steps it lets other timers run within it.
            return;
        }
        draining = true;
        boolean done = false;
        try {
            while (!waiting.isEmpty() && !closed && attempt()) {
                // On to the next.
            }
            done = waiting.isEmpty();
        } finally {
            draining = false;
            if (!done && !closed) {
                retry = bench.scheduler().after(pause(), "firehose retry", this::again);
            }
        }
    }

    /** Does the first in the queue; whether it is out of the queue. */
    private boolean attempt() throws InterruptedException {
        Pending batch = expire(waiting.peek());
        if (batch.records() > 0) {
            try {
                deliver(batch, target.get());
            } catch (AwsError e) {
                failed(e, batch);
                return false;
            }
        }
        trouble = null;
        waiting.poll();
        queuedSince = waiting.isEmpty() ? null : waiting.peek().opened();
        return true;
    }

    private void deliver(Pending batch, Target to) throws InterruptedException {
        Definition definition = to.definition();
        S3Destination destination = definition.destination();
        long from = progress.delivered();
        Instant oldest = Instant.ofEpochMilli(log.read(from, 1, 1).getFirst().millis());
        String key = to.naming().key(definition.name(), definition.version(), oldest, batch.uuid());
        LogStream records = new LogStream(log, from, batch.records());
        bench.faults().gate("firehose", "deliver", definition.name(), new AwsError("SlowDown", 503, BUSY));
        long began = bench.clock().nanos();
        Compression compression = destination.compression();
        bench.destinations().objects(destination.bucketArn()).put(key, payload(records, compression, key),
                compression.headers());
        note(bench.clock().nanos() - began);
        done(from + batch.records(), batch.records(), records.bytes(), records.positions());
        out.add(batch.records(), records.bytes());
        figures.delivered(batch.records(), records.bytes());
        publish("flush", "reason=" + batch.reason() + " records=" + batch.records() + " bytes=" + records.bytes()
                + " bucket=" + destination.bucket() + " key=" + key);
    }

    private static Payload payload(LogStream records, Compression compression, String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String entry = name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
        return new Payload() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public InputStream stream() throws IOException {
                return compression == Compression.UNCOMPRESSED ? records
                        : new CompressedStream(records, compression, entry);
            }
        };
    }

    private void done(long next, long records, long bytes, Map<String, String> positions) {
        progress.commit(next, positions);
        backlog.release(records, bytes);
        log.trimTo(next);
    }

    /** Drops those of a batch's records that are older than records are kept. */
    private Pending expire(Pending batch) {
        long from = progress.delivered();
        long tooOld = log.at(bench.clock().millis() - limits.retention().toMillis());
        long lost = Math.min(tooOld - from, batch.records());
        if (lost <= 0) {
            return batch;
        }
        LogStream records = new LogStream(log, from, lost);
        try {
            records.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done(from + lost, lost, records.bytes(), records.positions());
        out.error(lost);
        publish("data-lost", lost + " records (" + records.bytes() + " bytes) could not be delivered within "
                + limits.retention());
        Pending rest = new Pending(batch.records() - lost, batch.opened(), batch.reason(), batch.uuid());
        waiting.poll();
        waiting.addFirst(rest);
        return rest;
    }

    private void failed(AwsError error, Pending batch) {
        out.error(1);
        figures.failed();
        Trouble before = trouble;
        Instant now = bench.clock().now();
        int attempts = before == null ? 1 : before.attempts() + 1;
        trouble = new Trouble(error.code(), error.getMessage(), before == null ? now : before.since(), attempts,
                now.plus(pause(attempts)));
        publish("delivery-failed", error.code() + ": " + error.getMessage() + "; attempt " + attempts + " of "
                + batch.records() + " records, next in " + pause().toSeconds() + " s");
    }

    private Duration pause() {
        return pause(trouble == null ? 1 : trouble.attempts());
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Meters want real time; there is none to tell of while time is stepped by hand. */
    private void note(long benchNanos) {
        double scale = bench.clock().scale();
        if (scale > 0) {
            out.latency((long) (benchNanos / scale));
        }
    }

    private void publish(String type, String text) {
        bench.events().publish(type, target.get().definition().arn().toString(), text);
    }

    /** What holds deliveries up, if anything does. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How long the oldest of what was flushed has waited to be delivered. */
    Optional<Duration> oldest() {
        Instant opened = queuedSince;
        return opened == null ? Optional.empty() : Optional.of(Duration.between(opened, bench.clock().now()));
    }

    /** Gives up trying; what isn't delivered stays in the log. */
    void close() {
        lock.lock();
        try {
            closed = true;
            if (retry != null) {
                retry.cancel();
            }
        } finally {
            lock.unlock();
        }
    }
}
