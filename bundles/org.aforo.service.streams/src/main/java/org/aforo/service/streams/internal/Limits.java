package org.aforo.service.streams.internal;

import java.util.Set;
import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas;
import org.aforo.api.quota.Quotas.Quota;

/**
 * The service's limits, live.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">Quotas and limits</a>
 */
final class Limits {

    /** How long an iterator or a page token is good for. */
    static final long TOKEN_MILLIS = 300_000;
    static final String SOURCE = "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    final LongSupplier writeBytes;
    final LongSupplier writeRecords;
    final LongSupplier readBytes;
    final LongSupplier readCalls;
    final LongSupplier iteratorCalls;
    final LongSupplier requestBytes;
    final LongSupplier callBytes;
    final LongSupplier switchesADay;
    final LongSupplier consumerBytes;
    final LongSupplier consumers;
    final LongSupplier consumersAdvantage;
    final LongSupplier consumersCreating;
    final LongSupplier encryptionsADay;
    final LongSupplier creating;
    final LongSupplier scalingsADay;
    final LongSupplier scaledShards;
    final LongSupplier onDemandStreams;
    final LongSupplier tags;
    final LongSupplier transitionMillis;
    private final LongSupplier onDemandShards;
    private final LongSupplier onDemandShardsElsewhere;
    private final LongSupplier shards;
    private final LongSupplier shardsElsewhere;

    Limits(Quotas quotas) {
        writeBytes = rate(quotas, "shard-write-bytes", 1 << 20, "bytes/s");
        writeRecords = rate(quotas, "shard-write-records", 1_000, "records/s");
        readBytes = rate(quotas, "shard-read-bytes", 2 << 20, "bytes/s");
        readCalls = rate(quotas, "shard-read-calls", 5, "calls/s");
        iteratorCalls = rate(quotas, "shard-iterator-calls", 5, "calls/s");
        requestBytes = size(quotas, "put-records-bytes", 10 << 20, "bytes");
        callBytes = size(quotas, "get-records-bytes", 10 << 20, "bytes");
        creating = rate(quotas, "streams-creating", 5, "streams");
        consumerBytes = rate(quotas, "consumer-read-bytes", 2 << 20, "bytes/s");
        consumers = rate(quotas, "consumers-per-stream", 20, "consumers");
        consumersAdvantage = rate(quotas, "consumers-per-stream-advantage", 50, "consumers");
        consumersCreating = rate(quotas, "consumers-creating", 5, "consumers");
        onDemandShards = rate(quotas, "on-demand-shards", 10_240, "shards");
        onDemandShardsElsewhere = rate(quotas, "on-demand-shards-elsewhere", 200, "shards");
        switchesADay = rate(quotas, "mode-switches-a-day", 2, "switches");
        encryptionsADay = rate(quotas, "encryption-changes-a-day", 25, "changes");
        scalingsADay = rate(quotas, "scalings-a-day", 10, "scalings");
        scaledShards = rate(quotas, "scaled-shards", 10_000, "shards");
        onDemandStreams = rate(quotas, "on-demand-streams", 50, "streams");
        tags = size(quotas, "tags-per-stream", 50, "tags");
        shards = rate(quotas, "shards-per-account", 20_000, "shards");
        shardsElsewhere = rate(quotas, "shards-per-account-elsewhere", 1_000, "shards");
        transitionMillis = size(quotas, "create-delay-millis", 500, "milliseconds");
    }

    /** How many shards an account may have open in a region. */
    long shards(String region) {
        return (LARGE_REGIONS.contains(region) ? shards : shardsElsewhere).getAsLong();
    }

    /** How many shards an on-demand stream may have in a region, one for each MiB/s. */
    long onDemandShards(String region) {
        return (LARGE_REGIONS.contains(region) ? onDemandShards : onDemandShardsElsewhere).getAsLong();
    }

    private static LongSupplier rate(Quotas quotas, String key, long value, String unit) {
        return quotas.define(new Quota("kinesis." + key, value, unit, true, SOURCE));
    }

    private static LongSupplier size(Quotas quotas, String key, long value, String unit) {
        return quotas.define(new Quota("kinesis." + key, value, unit, false, SOURCE));
    }
}
