package org.aforo.service.streams.internal;

import java.math.BigInteger;

import org.aforo.api.endpoint.AwsError;

/** Splits and merges shards, for clients. Checks in AWS's order: shards, limits, keys, the stream's state. */
public final class Resharding {

    private final Streams streams;

    public Resharding(Streams streams) {
        this.streams = streams;
    }

    /** Begins to split a shard. */
    public void split(StreamName name, String shardId, String newStartingHashKey) throws AwsError {
        Stream stream = provisioned(name);
        Shard shard = open(stream, shardId);
        streams.accountLimits().checkShards(name, 1);
        HashRange range = shard.meta().range();
        BigInteger at = new BigInteger(newStartingHashKey);
        if (at.compareTo(range.start().toBigInteger().add(BigInteger.ONE)) <= 0
                || at.compareTo(range.end().toBigInteger()) >= 0) {
            throw Errors.invalid("NewStartingHashKey " + newStartingHashKey + " used in SplitShard() on shard "
                    + shard.id() + " in stream " + name.label() + " is not both greater than one plus the shard's "
                    + "StartingHashKey " + range.start() + " and less than the shard's EndingHashKey " + range.end()
                    + ".");
        }
        streams.change(name, meta -> meta.withShards(
                Reshard.split(meta.shards(), shard.meta().index(), HashKey.of(at), now())));
    }

    /** Begins to merge two shards, the lower one named first. */
    public void merge(StreamName name, String shardId, String adjacentId) throws AwsError {
        Stream stream = provisioned(name);
        Shard shard = open(stream, shardId);
        Shard adjacent = open(stream, adjacentId);
        BigInteger end = shard.meta().range().end().toBigInteger();
        if (!end.add(BigInteger.ONE).equals(adjacent.meta().range().start().toBigInteger())) {
            throw Errors.invalid("Shards " + shard.id() + " and " + adjacent.id() + " in stream " + name.label()
                    + " are not an adjacent pair of shards eligible for merging");
        }
        streams.change(name, meta -> meta.withShards(
                Reshard.merge(meta.shards(), shard.meta().index(), adjacent.meta().index(), now())));
    }

    /**
     * Begins to scale a stream.
     *
     * @return how many shards it had open
     */
    public int scale(StreamName name, int target) throws AwsError {
        Stream stream = provisioned(name);
        int open = stream.openShards();
        checkSteps(open, target);
        checkMost(open, target);
        streams.accountLimits().checkShards(name, target - open);
        streams.change(name, meta -> scaled(meta, target));
        return open;
    }

    private static void checkSteps(int open, int target) throws AwsError {
        String counts = " your current open shard count. Current open shard count: " + open + ", Target shard count: "
                + target;
        if (target > 2L * open) {
            throw Errors.limit("UpdateShardCount cannot scale up over double" + counts);
        }
        if (2L * target < open) {
            throw Errors.limit("UpdateShardCount cannot scale down below half" + counts);
        }
    }

    /** A stream whose shards are its owner's business. */
    private Stream provisioned(StreamName name) throws AwsError {
        Stream stream = streams.find(name);
        if (stream.meta().onDemand()) {
            throw Errors.validation("Request is invalid. Stream " + name.label() + " must be in PROVISIONED mode.");
        }
        return stream;
    }

    /** So many shards it may come to have; one that has more has to come below. */
    private void checkMost(int open, int target) throws AwsError {
        long most = streams.limits().scaledShards.getAsLong();
        if (target > most || open > most && target == most) {
            throw Errors.limit("UpdateShardCount cannot scale to more than " + most
                    + " shards in a stream. Current open shard count: " + open + ", Target shard count: " + target);
        }
    }

    private StreamMeta scaled(StreamMeta meta, int target) {
        long now = now();
        long most = streams.limits().scalingsADay.getAsLong();
        return meta.counting(changes -> changes.scaled(now, most))
                .withShards(Reshard.scale(meta.shards(), target, now));
    }

    private static Shard open(Stream stream, String shardId) throws AwsError {
        int index = ShardMeta.index(shardId);
        Shard shard = index < 0 ? null : stream.listed().get(index);
        if (shard == null && stream.state().equals(Stream.CREATING)) {
            throw Errors.notActive(stream.fullName(), stream.state());
        }
        if (shard == null) {
            throw Errors.badShard(index < 0 ? shardId : ShardMeta.id(index), stream.fullName());
        }
        if (shard.meta().closed() != null) {
            throw Errors.invalid("Shard " + shard.id() + " in stream " + stream.fullName().label()
                    + " has already been merged or split, and thus is not eligible for merging or splitting.");
        }
        return shard;
    }

    private long now() {
        return streams.bench().clock().millis();
    }
}
