package org.aforo.service.streams.internal.op;

import java.util.List;
import java.util.stream.Stream;

import org.aforo.service.streams.internal.HashRange;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardMeta;

/** Shards as clients are shown them. */
public final class ShardViews {

    private ShardViews() {
    }

    /**
     * HashKeyRange.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_HashKeyRange.html">API reference</a>
     */
    public record Range(String startingHashKey, String endingHashKey) {
        static Range of(HashRange range) {
            return new Range(range.start().toString(), range.end().toString());
        }
    }

    /**
     * SequenceNumberRange.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SequenceNumberRange.html">AWS</a>
     */
    public record Numbers(String startingSequenceNumber, String endingSequenceNumber) {
    }

    /**
     * Shard.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Shard.html">API reference</a>
     */
    public record View(String shardId, String parentShardId, String adjacentParentShardId, Range hashKeyRange,
            Numbers sequenceNumberRange) {
        static View of(Shard shard) {
            ShardMeta meta = shard.meta();
            return new View(shard.id(), id(meta.parent()), id(meta.adjacentParent()), Range.of(meta.range()),
                    new Numbers(shard.firstNumber(), shard.lastNumber()));
        }
    }

    /**
     * ChildShard.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ChildShard.html">API reference</a>
     */
    public record Child(String shardId, List<String> parentShards, Range hashKeyRange) {
    }

    /** The shards that a closed shard became. */
    static List<Child> children(Shard parent) {
        int index = parent.meta().index();
        return parent.stream().shards().tailMap(index, false).values().stream()
                .filter(shard -> shard.meta().childOf(index)).map(ShardViews::child).toList();
    }

    private static Child child(Shard shard) {
        ShardMeta meta = shard.meta();
        List<String> parents = Stream.of(meta.parent(), meta.adjacentParent()).filter(index -> index != null)
                .map(ShardViews::id).toList();
        return new Child(shard.id(), parents, Range.of(meta.range()));
    }

    private static String id(Integer index) {
        return index == null ? null : ShardMeta.id(index);
    }
}
