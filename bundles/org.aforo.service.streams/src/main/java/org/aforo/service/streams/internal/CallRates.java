package org.aforo.service.streams.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.quota.Quotas.Quota;
import org.aforo.api.quota.TokenBucket;

/**
 * How often an account may call the operations that make, describe and change streams, in a region and by the bench's
 * clock. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html#kds-api-limits-control">
 *      Control plane API limits</a>
 */
final class CallRates {

    /** Buckets that are kept; the one that was used longest ago is forgotten, which forgives it a second's calls. */
    private static final int MOST_BUCKETS = 10_000;

    /** Calls a second for each account, and for each of its streams; operations that aren't here have no such limit. */
    private static final List<Rate> RATES = List.of(
            Rate.account("AddTagsToStream", 5), Rate.account("CreateStream", 5),
            Rate.stream("DecreaseStreamRetentionPeriod", 5), Rate.account("DeleteResourcePolicy", 5),
            Rate.account("DeleteStream", 5), Rate.stream("DeregisterStreamConsumer", 5),
            Rate.account("DescribeAccountSettings", 5), Rate.account("DescribeLimits", 1),
            Rate.account("DescribeStream", 10), Rate.stream("DescribeStreamConsumer", 20),
            Rate.account("DescribeStreamSummary", 20), Rate.stream("DisableEnhancedMonitoring", 5),
            Rate.stream("EnableEnhancedMonitoring", 5), Rate.account("GetResourcePolicy", 5),
            Rate.stream("IncreaseStreamRetentionPeriod", 5), Rate.stream("ListShards", 1_000),
            Rate.stream("ListStreamConsumers", 5), Rate.account("ListStreams", 5),
            Rate.stream("ListTagsForStream", 5), Rate.stream("MergeShards", 5),
            Rate.account("PutResourcePolicy", 5), Rate.stream("RegisterStreamConsumer", 5),
            Rate.stream("RemoveTagsFromStream", 5), Rate.stream("SplitShard", 5),
            Rate.account("UpdateAccountSettings", 5), Rate.account("UpdateShardCount", 10),
            Rate.account("UpdateStreamWarmThroughput", 5));

    private final Bench bench;
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<Caller, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, TokenBucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    /** What is documented of an operation. */
    private record Rate(String operation, long perSecond, boolean eachStream) {
        static Rate account(String operation, long perSecond) {
            return new Rate(operation, perSecond, false);
        }

        static Rate stream(String operation, long perSecond) {
            return new Rate(operation, perSecond, true);
        }
    }

    /** What is in force. */
    private record Limit(LongSupplier perSecond, boolean eachStream) {
    }

    /** Who is counted; without a stream where all are counted together. */
    private record Caller(String operation, String account, String region, String stream) {
    }

    CallRates(Bench bench) {
        this.bench = bench;
        for (Rate rate : RATES) {
            LongSupplier value = bench.quotas().define(new Quota("kinesis.calls." + rate.operation, rate.perSecond,
                    "calls/s", true, Limits.SOURCE));
            limits.put(rate.operation, new Limit(value, rate.eachStream));
        }
    }

    /** The API with its limits. */
    AwsApi limit(AwsApi api) {
        return new AwsApi(api.model(), api.additions(),
                api.operations().stream().<AwsApi.Operation<?, ?>>map(this::limit).toList());
    }

    private <I, O> AwsApi.Operation<I, O> limit(AwsApi.Operation<I, O> operation) {
        Limit limit = limits.get(operation.name());
        if (limit == null) {
            return operation;
        }
        return new AwsApi.Operation<>(operation.name(), operation.input(), operation.output(), operation.resource(),
                (in, call) -> {
                    take(operation.name(), limit, call, operation.resource().apply(in));
                    return operation.handler().handle(in, call);
                });
    }

    /** @param stream that the call is about, or null */
    private void take(String operation, Limit limit, Call call, String stream) throws AwsError {
        Caller caller = new Caller(operation, call.account(), call.region(), limit.eachStream ? stream : null);
        if (!bucket(caller, limit).tryTake(1)) {
            throw Errors.limit("Rate exceeded for "
                    + (stream == null ? "account " : "stream " + stream + " under account ") + call.account() + '.');
        }
    }

    private TokenBucket bucket(Caller caller, Limit limit) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller,
                    made -> new TokenBucket(made.operation, bench.clock(), limit.perSecond));
        }
    }
}
