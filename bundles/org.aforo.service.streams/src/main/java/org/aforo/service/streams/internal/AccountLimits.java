package org.aforo.service.streams.internal;

import java.util.Collection;

import org.aforo.api.endpoint.AwsError;

/**
 * What an account may have in a region: streams that are being made, on-demand streams, open shards.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">Quotas and limits</a>
 */
public final class AccountLimits {

    /** The largest number the API tells. */
    private static final long TELLABLE = 1_000_000;

    private final Streams streams;
    private final Limits limits;

    AccountLimits(Streams streams, Limits limits) {
        this.streams = streams;
        this.limits = limits;
    }

    /** Whether a stream may be made. */
    void checkNew(StreamName name, String mode, int shards) throws AwsError {
        Collection<Stream> here = streams.list(name.account(), name.region(), null);
        long creating = here.stream().filter(other -> other.state().equals(Stream.CREATING)).count();
        if (creating >= limits.creating.getAsLong()) {
            throw Errors.limit("This request would exceed the limit on the number of streams that can "
                    + "simultaneously be in CREATING or DELETING. Limit: " + limits.creating.getAsLong());
        }
        if (!mode.equals(StreamMeta.ON_DEMAND)) {
            checkShards(name, shards);
            return;
        }
        checkOnDemand(name);
    }

    /** Checks that one more stream may be on demand. */
    void checkOnDemand(StreamName name) throws AwsError {
        if (onDemandStreams(name.account(), name.region()) >= limits.onDemandStreams.getAsLong()) {
            throw Errors.limit("Limit for On-Demand streams exceeded");
        }
    }

    /** Whether a stream's account may have so many shards more. */
    void checkShards(StreamName name, int shards) throws AwsError {
        long open = shards(name.account(), name.region());
        long limit = limits.shards(name.region());
        if (open + shards > limit) {
            throw Errors.limit("This request would exceed the shard limit for the account " + name.account() + " in "
                    + name.region() + ". Current shard count for the account: " + open + ". Limit: " + limit
                    + ". Number of additional shards that would have resulted from this request: " + shards
                    + ". Refer to the AWS Service Limits page "
                    + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) "
                    + "for current limits and how to request higher limits.");
        }
    }

    /** How many open shards an account has in its provisioned streams in a region. */
    public long shards(String account, String region) {
        return streams.list(account, region, null).stream().filter(stream -> !stream.meta().onDemand())
                .mapToLong(Stream::openShards).sum();
    }

    /** How many an account may have there; at most what the API can tell. */
    public int shardLimit(String region) {
        return (int) Math.min(limits.shards(region), TELLABLE);
    }

    /** How many on-demand streams an account has in a region. */
    public int onDemandStreams(String account, String region) {
        return (int) streams.list(account, region, null).stream().filter(stream -> stream.meta().onDemand()).count();
    }

    /** How many an account may have there; at most what the API can tell. */
    public int onDemandLimit() {
        return (int) Math.min(limits.onDemandStreams.getAsLong(), TELLABLE);
    }
}
