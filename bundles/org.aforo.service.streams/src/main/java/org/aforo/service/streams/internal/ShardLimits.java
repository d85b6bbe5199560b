package org.aforo.service.streams.internal;

import java.util.List;

import org.aforo.api.flow.BufferState;
import org.aforo.api.quota.TokenBucket;
import org.aforo.api.time.BenchClock;

/** What one shard may take in and give out. Safe for many threads. */
public final class ShardLimits {

    private static final double NANOS = 1_000_000_000d;

    private final Limits limits;
    private final BenchClock clock;
    private final TokenBucket writeBytes;
    private final TokenBucket writeRecords;
    private final TokenBucket readBytes;
    private final TokenBucket readCalls;
    private final TokenBucket iteratorCalls;
    private volatile long readableAt;

    ShardLimits(Limits limits, BenchClock clock) {
        this.limits = limits;
        this.clock = clock;
        writeBytes = TokenBucket.ofBytes("write bytes", clock, limits.writeBytes);
        writeRecords = new TokenBucket("write records", clock, limits.writeRecords);
        readBytes = TokenBucket.ofBytes("read bytes", clock, limits.readBytes);
        readCalls = new TokenBucket("read calls", clock, limits.readCalls);
        iteratorCalls = new TokenBucket("iterator calls", clock, limits.iteratorCalls);
        readableAt = clock.nanos();
    }

    /** Lets records in, all of them or none. */
    boolean admit(long records, long bytes) {
        if (!writeRecords.tryTake(records)) {
            return false;
        }
        if (admitBytes(records, bytes)) {
            return true;
        }
        writeRecords.take(-records);
        return false;
    }

    /** A record that is larger than a second's worth gets in when the whole second is free, and is paid off later. */
    private boolean admitBytes(long records, long bytes) {
        long second = limits.writeBytes.getAsLong();
        if (records > 1 || bytes <= second) {
            return writeBytes.tryTake(bytes);
        }
        if (!writeBytes.tryTake(second)) {
            return false;
        }
        writeBytes.take(bytes - second);
        return true;
    }

    /** Lets a read in. */
    boolean admitRead() {
        boolean paidOff = limits.readBytes.getAsLong() == Long.MAX_VALUE || clock.nanos() >= readableAt;
        return paidOff && readCalls.tryTake(1);
    }

    /**
     * Counts what a read gave. One that gave more than was left of the second keeps the next out until
     * all of it is paid off: 10 MiB at 2 MiB/s for five seconds, as AWS documents for GetRecords.
     */
    void gave(long bytes) {
        long second = limits.readBytes.getAsLong();
        if (bytes == 0 || second == Long.MAX_VALUE) {
            return;
        }
        readBytes.take(bytes);
        long used = readBytes.state().bytes();
        if (used > second) {
            readableAt = clock.nanos() + (long) (used * NANOS / second);
        }
    }

    /** Lets a request for an iterator in. */
    public boolean admitIterator() {
        return iteratorCalls.tryTake(1);
    }

    List<BufferState> states() {
        return List.of(writeBytes.state(), writeRecords.state(), readBytes.state(), readCalls.state());
    }
}
