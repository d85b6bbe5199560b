package org.aforo.service.firehose.internal;

import org.aforo.api.flow.BufferState;
import org.aforo.api.quota.TokenBucket;
import org.aforo.api.time.BenchClock;

/** The rates at which one delivery stream takes direct puts. Safe for many threads. */
final class Throttle {

    private final TokenBucket requests;
    private final TokenBucket records;
    private final TokenBucket bytes;

    Throttle(BenchClock clock, Limits.Rates rates) {
        requests = new TokenBucket("put-requests", clock, rates.requests());
        records = new TokenBucket("put-records", clock, rates.records());
        bytes = TokenBucket.ofBytes("put-bytes", clock, rates.bytes());
    }

    boolean request() {
        return requests.tryTake(1);
    }

    boolean take(long count, long size) {
        return bytes.tryTake(size) && records.tryTake(count);
    }

    BufferState state() {
        return bytes.state();
    }
}
