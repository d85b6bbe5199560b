package org.aforo.service.firehose.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.quota.TokenBucket;
import org.aforo.api.time.BenchClock;

/** How often an account may call each control operation. Safe for many threads. */
final class ControlRate {

    /** Accounts come from access keys, which anybody may make up: the longest unused are forgotten. */
    private static final int REMEMBERED = 4096;

    private final BenchClock clock;
    private final LongSupplier perSecond;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    ControlRate(BenchClock clock, LongSupplier perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /** A handler that is called no more often than that. */
    <I, O> AwsApi.Handler<I, O> limit(String operation, AwsApi.Handler<I, O> handler) {
        return (input, call) -> {
            check(operation, call);
            return handler.handle(input, call);
        };
    }

    private void check(String operation, Call call) throws AwsError {
        String key = operation + ' ' + call.account() + ' ' + call.region();
        TokenBucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(key, k -> new TokenBucket(operation, clock, perSecond));
        }
        if (!bucket.tryTake(1)) {
            throw Errors.throttled();
        }
    }
}
