package org.aforo.service.streams.internal;

import java.util.Collection;
import java.util.Comparator;

/** Finds the open shard that a hash key falls into. Immutable; a reshard makes another. */
final class ShardMap {

    private final Shard[] shards;
    private final HashKey[] starts;
    /** The upper halves of the starts, side by side in memory: they decide nearly every comparison. */
    private final long[] high;

    /** @param open the open shards */
    ShardMap(Collection<Shard> open) {
        shards = open.stream()
                .sorted(Comparator.comparing((Shard shard) -> shard.meta().range().start())).toArray(Shard[]::new);
        starts = new HashKey[shards.length];
        high = new long[shards.length];
        for (int i = 0; i < shards.length; i++) {
            starts[i] = shards[i].meta().range().start();
            high[i] = starts[i].high();
        }
    }

    int size() {
        return shards.length;
    }

    Shard shard(int slot) {
        return shards[slot];
    }

    /** The slot of the last shard whose range starts at or below {@code key}. */
    int slot(HashKey key) {
        int low = 0;
        int top = high.length - 1;
        while (low < top) {
            int middle = low + top + 1 >>> 1;
            if (startsAfter(middle, key)) {
                top = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean startsAfter(int slot, HashKey key) {
        int order = Long.compareUnsigned(high[slot], key.high());
        return order > 0 || order == 0 && Long.compareUnsigned(starts[slot].low(), key.low()) > 0;
    }
}
