package org.aforo.core.internal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.Buffers.Batch;
import org.aforo.api.flow.Buffers.Spec;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.flow.FlushReason;
import org.aforo.api.time.BenchClock;
import org.aforo.api.time.Scheduler;

/**
 * Counts what is held and cuts it into batches: at so many bytes, at so many records, or so long after
 * the first came, whichever is first. Also at its capacity, as nothing else could make room then. Once
 * closed it counts nothing and holds nobody up.
 */
final class TriggeredBuffer implements FlowBuffer {

    /** Ages beyond this never come. */
    private static final Duration ENDLESS = Duration.ofDays(100_000);

    private final Spec spec;
    private final BenchClock clock;
    private final Scheduler scheduler;
    private final FlushLine line;
    private long maxBytes;
    private Duration maxAge;
    private long records;
    private long bytes;
    private Instant opened;
    private Scheduler.Timer timer;
    private boolean closed;

    TriggeredBuffer(Spec spec, BenchClock clock, Scheduler scheduler, FlushLine line) {
        this.spec = spec;
        this.clock = clock;
        this.scheduler = scheduler;
        this.line = line;
        this.maxBytes = spec.maxBytes();
        this.maxAge = spec.maxAge();
    }

    @Override
    public void add(long moreRecords, long moreBytes) throws InterruptedException {
        line.lock.lockInterruptibly();
        try {
            while (full()) {
                line.await();
            }
            take(moreRecords, moreBytes);
        } finally {
            line.lock.unlock();
        }
    }

    @Override
    public boolean tryAdd(long moreRecords, long moreBytes) {
        line.lock.lock();
        try {
            if (closed || full()) {
                return false;
            }
            take(moreRecords, moreBytes);
            return true;
        } finally {
            line.lock.unlock();
        }
    }

    @Override
    public void flush() throws InterruptedException {
        line.lock.lockInterruptibly();
        try {
            if (line.flushesHere()) {
                throw new IllegalStateException("A flush can't wait for itself");
            }
            if (opened != null) {
                start(FlushReason.MANUAL);
            }
            long wanted = line.put();
            while (!line.done(wanted)) {
                line.await();
            }
        } finally {
            line.lock.unlock();
        }
    }

    @Override
    public void retune(long newMaxBytes, Duration newMaxAge) {
        line.lock.lock();
        try {
            maxBytes = newMaxBytes;
            maxAge = newMaxAge;
            if (opened != null) {
                timer.cancel();
                triggerOrWait();
            }
        } finally {
            line.lock.unlock();
        }
    }

    @Override
    public BufferState state() {
        line.lock.lock();
        try {
            Duration oldest = line.oldest().or(() -> Optional.ofNullable(opened)).map(this::age).orElse(Duration.ZERO);
            Optional<Instant> flushAt = opened == null || maxAge.compareTo(ENDLESS) > 0 ? Optional.empty()
                    : Optional.of(opened.plus(maxAge));
            return new BufferState(spec.name(), bytes + line.waitingBytes(), maxBytes, records + line.waitingRecords(),
                    spec.maxRecords(), oldest, flushAt, line.last());
        } finally {
            line.lock.unlock();
        }
    }

    @Override
    public void close() {
        line.lock.lock();
        try {
            closed = true;
            empty();
            line.close();
        } finally {
            line.lock.unlock();
        }
    }

    private boolean full() {
        return !closed && bytes + line.bytes() >= spec.capacity();
    }

    private void take(long moreRecords, long moreBytes) {
        if (closed) {
            return;
        }
        boolean first = opened == null;
        if (first) {
            opened = clock.now();
        }
        records += moreRecords;
        bytes += moreBytes;
        if (first) {
            triggerOrWait();
        } else {
            trigger();
        }
    }

    private void triggerOrWait() {
        trigger();
        if (opened != null) {
            Duration left = maxAge.minus(age(opened));
            if (left.isPositive()) {
                timer = scheduler.after(left, "flush " + spec.name(), this::due);
            } else {
                start(FlushReason.INTERVAL);
            }
        }
    }

    private void trigger() {
        if (bytes >= Math.min(maxBytes, spec.capacity())) {
            start(FlushReason.SIZE);
        } else if (records >= spec.maxRecords()) {
            start(FlushReason.COUNT);
        }
    }

    private void start(FlushReason reason) {
        cut(reason);
        line.start();
    }

    /** The timer's task: on the thread that moves time, or on a virtual thread of its own. */
    private void due() {
        line.lock.lock();
        try {
            // The timer may belong to a batch that has gone since.
            if (opened == null || age(opened).compareTo(maxAge) < 0) {
                return;
            }
            cut(FlushReason.INTERVAL);
        } finally {
            line.lock.unlock();
        }
        line.help();
    }

    private void cut(FlushReason reason) {
        line.put(new Batch(records, bytes, opened, reason));
        empty();
    }

    private void empty() {
        records = 0;
        bytes = 0;
        opened = null;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.now());
    }
}
