package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.meter.Meter;

/** A stream and its shards. Safe for many threads; changed by {@link Streams} alone. */
public final class Stream implements Resource {

    static final String CREATING = "CREATING";
    static final String ACTIVE = "ACTIVE";
    static final String UPDATING = "UPDATING";
    static final String DELETING = "DELETING";

    private final StreamName fullName;
    private final Arn arn;
    private final Meter in;
    private final Meter out;
    private final Bench bench;
    private final Limits limits;
    private final StreamKeys keys;
    private final StreamFigures figures = new StreamFigures();
    private volatile Layout layout;
    private volatile StreamMeta meta;

    /** Its shards at a moment: all of them by index, and the open ones by hash key. */
    private record Layout(NavigableMap<Integer, Shard> shards, ShardMap open) {
    }

    Stream(StreamMeta meta, Bench bench, Limits limits, StreamKeys keys) {
        this.keys = keys;
        this.bench = bench;
        this.limits = limits;
        this.meta = meta;
        this.fullName = meta.fullName();
        this.arn = fullName.arn();
        this.in = bench.meters().open(arn.toString(), "in");
        this.out = bench.meters().open(arn.toString(), "out");
        this.layout = layout(meta.shards(), Collections.emptyNavigableMap());
    }

    /** What its operations measure. */
    StreamFigures figures() {
        return figures;
    }

    /** Keys of encrypted records. */
    StreamKeys keys() {
        return keys;
    }

    private Layout layout(List<ShardMeta> metas, Map<Integer, Shard> known) {
        NavigableMap<Integer, Shard> all = new TreeMap<>();
        List<Shard> open = new ArrayList<>();
        for (ShardMeta each : metas) {
            Shard shard = known.get(each.index());
            shard = shard == null ? new Shard(this, each, bench, limits) : shard;
            all.put(each.index(), shard);
            if (each.closed() == null) {
                open.add(shard);
            }
        }
        return new Layout(Collections.unmodifiableNavigableMap(all), new ShardMap(open));
    }

    /**
     * Changes its shards. New records go to the open ones from the moment these are known, and only then are the
     * others closed: a put that comes upon a closed shard finds its children.
     */
    void reshape(List<ShardMeta> metas) {
        NavigableMap<Integer, Shard> before = layout.shards;
        layout = layout(metas, before);
        for (ShardMeta each : metas) {
            if (each.closed() != null) {
                layout.shards.get(each.index()).finish(each);
            }
        }
        before.forEach((index, shard) -> {
            if (!layout.shards.containsKey(index)) {
                shard.close();
            }
        });
    }

    public StreamName fullName() {
        return fullName;
    }

    public StreamMeta meta() {
        return meta;
    }

    void meta(StreamMeta changed) {
        meta = changed;
    }

    /** Its shards by index, closed ones among them. */
    public NavigableMap<Integer, Shard> shards() {
        return layout.shards;
    }

    /** The shards that a client is told of: none before the stream is made. */
    public NavigableMap<Integer, Shard> listed() {
        return meta.status().equals(CREATING) ? Collections.emptyNavigableMap() : layout.shards;
    }

    /** The open shards, by hash key. */
    ShardMap open() {
        return layout.open;
    }

    /** How many of them are open. */
    public int openShards() {
        return layout.open.size();
    }

    Collection<Shard> all() {
        return layout.shards.values();
    }

    /** Lets shard-level metrics begin now: what was before isn't told. */
    public void beginShardMetrics(Set<String> names) {
        if (!names.isEmpty()) {
            all().forEach(shard -> shard.figures().begin(names));
        }
    }

    /** Whether records can be put and read. */
    public boolean ready() {
        String status = meta.status();
        return status.equals(ACTIVE) || status.equals(UPDATING);
    }

    public Duration retention() {
        return Duration.ofHours(meta.settings().retentionHours());
    }

    void close() {
        layout.shards.values().forEach(Shard::close);
        in.close();
        out.close();
    }

    @Override
    public Arn arn() {
        return arn;
    }

    @Override
    public String kind() {
        return "stream";
    }

    @Override
    public String name() {
        return fullName.name();
    }

    @Override
    public String state() {
        return meta.status();
    }

    @Override
    public Map<String, String> attributes() {
        StreamMeta now = meta;
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Mode", now.mode());
        shown.put("Open shards", Integer.toString(layout.open.size()));
        shown.put("Retention hours", Integer.toString(now.settings().retentionHours()));
        shown.put("Encryption", now.settings().encryptionType());
        shown.put("Largest record KiB", Integer.toString(now.settings().maxRecordKiB()));
        shown.put("Created", Instant.ofEpochMilli(now.created()).toString());
        now.tags().forEach((key, value) -> shown.put("Tag " + key, value));
        return shown;
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }
}
