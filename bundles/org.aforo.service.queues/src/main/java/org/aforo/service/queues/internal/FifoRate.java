package org.aforo.service.queues.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.quota.TokenBucket;
import org.aforo.api.time.BenchClock;

/**
 * How many calls a second a FIFO queue takes: of each kind so many, or many more and so many sends of each message
 * group where its throughput limit is per message group.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html">FIFO quotas</a>
 */
final class FifoRate {

    private static final int GROUPS = 10_000;
    private static final float LOAD = 0.75f;

    private final Limits limits;
    private final BenchClock clock;
    private final TokenBucket sends;
    private final TokenBucket receives;
    private final TokenBucket deletes;
    private final Map<String, TokenBucket> groups = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > GROUPS;
        }
    };

    /** @param perGroup whether the throughput limit is per message group, as it is set now */
    FifoRate(Limits limits, BenchClock clock, BooleanSupplier perGroup) {
        this.limits = limits;
        this.clock = clock;
        LongSupplier calls = () -> (perGroup.getAsBoolean() ? limits.fifoHighCalls : limits.fifoCalls).getAsLong();
        this.sends = new TokenBucket("sends", clock, calls);
        this.receives = new TokenBucket("receives", clock, calls);
        this.deletes = new TokenBucket("deletes", clock, calls);
    }

    /** @param sentTo the message groups where they count, none otherwise */
    void send(Collection<String> sentTo) throws AwsError {
        require(sends);
        for (String group : new TreeSet<>(sentTo)) {
            require(bucket(group));
        }
    }

    void receive() throws AwsError {
        require(receives);
    }

    void delete() throws AwsError {
        require(deletes);
    }

    private synchronized TokenBucket bucket(String group) {
        return groups.computeIfAbsent(group, id -> new TokenBucket("sends of a group", clock, limits.fifoGroupCalls));
    }

    private static void require(TokenBucket bucket) throws AwsError {
        if (!bucket.tryTake(1)) {
            throw Errors.throttled();
        }
    }
}
