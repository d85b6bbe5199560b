package org.aforo.service.firehose.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * How far a delivery stream has come: what is delivered, and what was read of its source. Delivered
 * records and the source positions they carried are committed together. Safe for many threads.
 */
final class Progress {

    /** A shard of the source. */
    record Mark(String position, boolean ended) {
    }

    /**
     * As it is kept.
     *
     * @param delivered offset of the first record that isn't delivered
     * @param started   whether the source's starting positions were taken
     * @param shards    of the source, as of the records delivered
     */
    record Saved(long delivered, boolean started, Map<String, Mark> shards) {
    }

    private final MetaMap<Saved> map;
    private final String key;
    private Saved saved;
    private final Map<String, Mark> read;

    Progress(MetaMap<Saved> map, String key) {
        this.map = map;
        this.key = key;
        this.saved = map.get(key).orElse(new Saved(0, false, Map.of()));
        this.read = new HashMap<>(saved.shards());
    }

    /** Keeps to what the log has: a machine that lost its power may have kept one and not the other. */
    synchronized void bound(long first, long next) {
        long bounded = Math.max(first, Math.min(next, saved.delivered()));
        if (bounded != saved.delivered()) {
            save(new Saved(bounded, saved.started(), saved.shards()));
        }
    }

    synchronized long delivered() {
        return saved.delivered();
    }

    synchronized boolean started() {
        return saved.started();
    }

    /** Where a shard of the source stands, records that are read but not yet delivered included; or null. */
    synchronized Mark shard(String name) {
        return read.get(name);
    }

    /** Notes that a shard's records up to a position are in the log. */
    synchronized void read(Position position) {
        read.put(position.shard(), new Mark(position.at(), ended(position.shard())));
    }

    /** Keeps where the source's shards are to be read from. */
    synchronized void start(Map<String, Mark> shards) {
        read.putAll(shards);
        Map<String, Mark> all = new HashMap<>(saved.shards());
        all.putAll(shards);
        save(new Saved(saved.delivered(), true, all));
    }

    /** Keeps that a shard is read to its end; all its records are in the log. */
    synchronized void end(String shard, String position) {
        Map<String, Mark> all = new HashMap<>(saved.shards());
        all.put(shard, new Mark(position, true));
        read.put(shard, new Mark(position, true));
        save(new Saved(saved.delivered(), saved.started(), all));
    }

    /** Forgets shards that the source no longer has. */
    synchronized void retain(Collection<String> shards) {
        if (!shards.containsAll(saved.shards().keySet())) {
            Map<String, Mark> all = new HashMap<>(saved.shards());
            all.keySet().retainAll(shards);
            read.keySet().retainAll(shards);
            save(new Saved(saved.delivered(), saved.started(), all));
        }
    }

    /** Keeps that all before {@code delivered} is done with, and the positions it carried. */
    synchronized void commit(long delivered, Map<String, String> positions) {
        Map<String, Mark> all = new HashMap<>(saved.shards());
        positions.forEach((shard, at) -> all.put(shard, new Mark(at, ended(shard))));
        save(new Saved(delivered, saved.started(), all));
    }

    private boolean ended(String shard) {
        Mark mark = saved.shards().get(shard);
        return mark != null && mark.ended();
    }

    private void save(Saved now) {
        map.put(key, now);
        saved = now;
    }
}
