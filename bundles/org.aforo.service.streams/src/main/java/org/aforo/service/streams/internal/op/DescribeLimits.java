package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.AccountLimits;
import org.aforo.service.streams.internal.Streams;

/**
 * DescribeLimits.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeLimits.html">API reference</a>
 */
public record DescribeLimits(Streams streams) {

    public record Output(Integer shardLimit, Integer openShardCount, Integer onDemandStreamCount,
            Integer onDemandStreamCountLimit) {
    }

    public Output handle(Void in, Call call) {
        AccountLimits limits = streams.accountLimits();
        return new Output(limits.shardLimit(call.region()), (int) limits.shards(call.account(), call.region()),
                limits.onDemandStreams(call.account(), call.region()), limits.onDemandLimit());
    }
}
