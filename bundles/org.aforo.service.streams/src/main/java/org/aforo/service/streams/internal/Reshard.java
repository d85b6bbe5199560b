package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans what a reshard makes of a stream's shards: those that take part are closed, and their children stand behind
 * them. A child is made in a later second than its parents, so that its sequence numbers lie above theirs. Used once,
 * by one thread.
 */
final class Reshard {

    private static final long SECOND = 1_000;

    private final List<ShardMeta> shards;
    private final long now;

    private Reshard(List<ShardMeta> shards, long now) {
        this.shards = new ArrayList<>(shards);
        this.now = now;
    }

    /** A shard in two, the second of which begins at a hash key. */
    static List<ShardMeta> split(List<ShardMeta> shards, int index, HashKey at, long now) {
        Reshard plan = new Reshard(shards, now);
        plan.split(plan.find(index), at);
        return List.copyOf(plan.shards);
    }

    /** Two adjacent shards in one. */
    static List<ShardMeta> merge(List<ShardMeta> shards, int index, int adjacent, long now) {
        Reshard plan = new Reshard(shards, now);
        plan.merge(plan.find(index), plan.find(adjacent));
        return List.copyOf(plan.shards);
    }

    /**
     * As many open shards as wanted, the way AWS goes: every shard is halved until there are enough, then neighbours
     * are merged, those that are narrowest together first.
     */
    static List<ShardMeta> scale(List<ShardMeta> shards, int count, long now) {
        Reshard plan = new Reshard(shards, now);
        while (plan.open().size() < count) {
            plan.open().forEach(plan::halve);
        }
        while (plan.open().size() > count) {
            plan.mergeNarrowest(plan.open().size() - count);
        }
        return List.copyOf(plan.shards);
    }

    private ShardMeta find(int index) {
        return shards.stream().filter(shard -> shard.index() == index).findFirst().orElseThrow();
    }

    private List<ShardMeta> open() {
        return shards.stream().filter(shard -> shard.closed() == null)
                .sorted(Comparator.comparing(shard -> shard.range().start())).toList();
    }

    private void halve(ShardMeta shard) {
        BigInteger start = shard.range().start().toBigInteger();
        BigInteger end = shard.range().end().toBigInteger();
        split(shard, HashKey.of(start.add(end).shiftRight(1).add(BigInteger.ONE)));
    }

    private void split(ShardMeta parent, HashKey at) {
        close(parent);
        HashKey before = HashKey.of(at.toBigInteger().subtract(BigInteger.ONE));
        add(new HashRange(parent.range().start(), before), parent, null);
        add(new HashRange(at, parent.range().end()), parent, null);
    }

    private void merge(ShardMeta one, ShardMeta other) {
        close(one);
        close(other);
        boolean inOrder = one.range().start().compareTo(other.range().start()) < 0;
        HashRange both = inOrder ? new HashRange(one.range().start(), other.range().end())
                : new HashRange(other.range().start(), one.range().end());
        add(both, one, other);
    }

    /** Merges at most so many pairs, none of which has a shard in common with another. */
    private void mergeNarrowest(int most) {
        List<ShardMeta> open = open();
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i + 1 < open.size(); i++) {
            firsts.add(i);
        }
        firsts.sort(Comparator.comparing(i -> width(open.get(i), open.get(i + 1))));
        Set<Integer> used = new HashSet<>();
        int merged = 0;
        for (int i : firsts) {
            if (merged < most && !used.contains(i) && !used.contains(i + 1)) {
                merge(open.get(i), open.get(i + 1));
                used.add(i);
                used.add(i + 1);
                merged++;
            }
        }
    }

    private static BigInteger width(ShardMeta first, ShardMeta last) {
        return last.range().end().toBigInteger().subtract(first.range().start().toBigInteger());
    }

    private void close(ShardMeta shard) {
        shards.set(shards.indexOf(shard), shard.closedAt(Math.max(now, shard.created())));
    }

    private void add(HashRange range, ShardMeta parent, ShardMeta adjacent) {
        long made = Math.max(parent.created(), adjacent == null ? 0 : adjacent.created());
        long created = Math.max(now, (made / SECOND + 1) * SECOND);
        int index = shards.getLast().index() + 1;
        shards.add(new ShardMeta(index, range.start().high(), range.start().low(), range.end().high(),
                range.end().low(), created, null, parent.index(), adjacent == null ? null : adjacent.index()));
    }
}
