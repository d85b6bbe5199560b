package org.aforo.service.streams.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.BufferState;
import org.aforo.api.log.RecordLog.Stored;
import org.aforo.api.quota.TokenBucket;

/**
 * A consumer's subscription to a shard: records are pushed as they come, for five minutes or to the shard's end, at no
 * more than its throughput. While there are none an empty batch now and then tells that it lives.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html">SubscribeToShard</a>
 */
public final class Subscription {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_RECORDS = 10_000;
    private static final long MOST_BYTES = 1 << 20;

    /** What is pushed at once. */
    public record Batch(Shard shard, List<Stored> records, String continuation, long millisBehind, boolean ended) {
    }

    /** Where batches go. */
    @FunctionalInterface
    public interface Receiver {
        /** Takes one; waits while the client doesn't read. */
        void take(Batch batch) throws IOException;
    }

    private final Bench bench;
    private final Consumer consumer;
    private final Shard shard;
    private final TokenBucket throughput;
    private final long begun;
    private long offset;
    private volatile Thread pusher;
    private volatile boolean ended;

    Subscription(Bench bench, Limits limits, Consumer consumer, Shard shard, long offset) {
        this.bench = bench;
        this.consumer = consumer;
        this.shard = shard;
        this.offset = offset;
        this.begun = bench.clock().millis();
        this.throughput = TokenBucket.ofBytes("push bytes " + shard.id(), bench.clock(), limits.consumerBytes);
    }

    /** When it was made, in milliseconds since the epoch. */
    long begun() {
        return begun;
    }

    BufferState throughput() {
        return throughput.state();
    }

    /** Pushes until it is over. */
    public void run(Receiver receiver) throws AwsError, IOException, InterruptedException {
        pusher = Thread.currentThread();
        try {
            boolean more = true;
            while (more && !ended && bench.clock().millis() - begun < LIFETIME.toMillis()) {
                more = push(receiver);
            }
        } catch (InterruptedException e) {
            if (!ended) {
                throw e;
            }
        } finally {
            pusher = null;
            consumer.subscriptions().remove(shard.id(), this);
        }
    }

    /** Another took its place, or the consumer is gone. */
    void end() {
        ended = true;
        Thread running = pusher;
        if (running != null) {
            running.interrupt();
        }
    }

    private boolean push(Receiver receiver) throws AwsError, IOException, InterruptedException {
        if (bench.faults().any()) {
            AwsError cut = bench.faults().entry("kinesis", "SubscribeToShard", shard.resource(),
                    StreamName.resource(consumer.arn().toString()));
            if (cut != null) {
                consumer.out().error(1);
                throw cut;
            }
        }
        boolean closed = shard.meta().closed() != null; // asked first: nothing comes after it
        List<Stored> records = closed ? read() : awaited();
        if (!closed && records.isEmpty() && shard.meta().closed() != null) {
            return true; // closed while it waited: looked at once more
        }
        boolean atTip = offset >= shard.next();
        boolean over = closed && atTip;
        long bytes = records.isEmpty() ? 0 : count(records);
        long behind = atTip || records.isEmpty() ? 0
                : Math.max(0, bench.clock().millis() - records.getLast().millis());
        receiver.take(new Batch(shard, records, over ? null : continuation(), behind, over));
        consumer.figures().pushed(records.size(), bytes, behind);
        return !over;
    }

    private List<Stored> awaited() throws AwsError, InterruptedException {
        List<Stored> records = read();
        if (!records.isEmpty()) {
            return records;
        }
        long left = LIFETIME.toMillis() - (bench.clock().millis() - begun);
        Duration wait = Duration.ofMillis(Math.min(HEARTBEAT.toMillis(), Math.max(0, left)));
        if (!shard.await(offset, wait)) {
            return records;
        }
        Thread.yield(); // those who put go first: what they put meanwhile is pushed along
        return read();
    }

    /** What there is, once there is throughput for it. */
    private List<Stored> read() throws AwsError, InterruptedException {
        while (!throughput.tryTake(1)) {
            bench.scheduler().sleep(PAUSE);
        }
        List<Stored> records = shard.read(offset, MOST_RECORDS, MOST_BYTES);
        if (!records.isEmpty()) {
            offset = records.getLast().offset() + 1;
        }
        return records;
    }

    private long count(List<Stored> records) {
        long bytes = 0;
        for (Stored record : records) {
            bytes += RecordKey.length(record.key()) + record.dataLength();
        }
        throughput.take(bytes);
        consumer.out().add(records.size(), bytes);
        shard.out().add(records.size(), bytes);
        shard.stream().out().add(records.size(), bytes);
        return bytes;
    }

    /** The number after which the next subscription goes on. */
    private String continuation() {
        return shard.sequenceNumber(offset - 1, bench.clock().millis());
    }
}
