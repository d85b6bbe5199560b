package org.aforo.api.quota;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.aforo.api.flow.BufferState;
import org.aforo.api.time.BenchClock;

/**
 * A rate limit by the bench clock: a bucket that holds one second's worth and refills evenly. Shown as a
 * buffer, so that a hot shard is seen before it throttles. Safe for many threads.
 */
public final class TokenBucket {

    private static final double NANOS = 1_000_000_000d;

    private final String name;
    private final BufferState.Kind kind;
    private final BenchClock clock;
    private final LongSupplier perSecond;
    private double used;
    private long last;

    /**
     * One whose tokens are bytes.
     *
     * @param name      shown with it
     * @param perSecond the limit; {@link Long#MAX_VALUE} for none
     */
    public static TokenBucket ofBytes(String name, BenchClock clock, LongSupplier perSecond) {
        return new TokenBucket(name, BufferState.Kind.BYTE_RATE, clock, perSecond);
    }

    /**
     * One whose tokens are records, calls or the like.
     *
     * @param name      shown with it
     * @param perSecond the limit; {@link Long#MAX_VALUE} for none
     */
    public TokenBucket(String name, BenchClock clock, LongSupplier perSecond) {
        this(name, BufferState.Kind.RATE, clock, perSecond);
    }

    private TokenBucket(String name, BufferState.Kind kind, BenchClock clock, LongSupplier perSecond) {
        this.name = name;
        this.kind = kind;
        this.clock = clock;
        this.perSecond = perSecond;
        this.last = clock.nanos();
    }

    /** Takes {@code tokens} if there are as many, all or nothing. */
    public boolean tryTake(long tokens) {
        long limit = perSecond.getAsLong();
        if (limit == Long.MAX_VALUE) {
            return true;
        }
        synchronized (this) {
            refill(limit);
            if (used + tokens > limit) {
                return false;
            }
            used += tokens;
            return true;
        }
    }

    /** Takes {@code tokens} even if the bucket goes below empty: later callers wait for it to refill. */
    public void take(long tokens) {
        long limit = perSecond.getAsLong();
        if (limit != Long.MAX_VALUE) {
            synchronized (this) {
                refill(limit);
                used += tokens;
            }
        }
    }

    /** How full of spent tokens it is. */
    public synchronized BufferState state() {
        long limit = perSecond.getAsLong();
        if (limit != Long.MAX_VALUE) {
            refill(limit);
        } else {
            used = 0;
        }
        return new BufferState(name, Math.round(used), limit, 0, Long.MAX_VALUE, Duration.ZERO, Optional.empty(),
                Optional.empty(), kind);
    }

    private void refill(long limit) {
        long now = clock.nanos();
        used = Math.max(0, used - (now - last) / NANOS * limit);
        last = now;
    }
}
