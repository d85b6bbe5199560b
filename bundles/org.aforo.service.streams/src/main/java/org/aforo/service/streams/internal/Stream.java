package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

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
    private final NavigableMap<Integer, Shard> shards;
    private final ShardMap open;
    private volatile StreamMeta meta;

    Stream(StreamMeta meta, Bench bench, Limits limits) {
        this.meta = meta;
        this.fullName = meta.fullName();
        this.arn = fullName.arn();
        this.in = bench.meters().open(arn.toString(), "in");
        this.out = bench.meters().open(arn.toString(), "out");
        NavigableMap<Integer, Shard> made = new TreeMap<>();
        meta.shards().forEach(shard -> made.put(shard.index(), new Shard(this, shard, bench, limits)));
        this.shards = Collections.unmodifiableNavigableMap(made);
        this.open = new ShardMap(made.values());
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
        return shards;
    }

    /** The shards that a client is told of: none before the stream is made. */
    public NavigableMap<Integer, Shard> listed() {
        return meta.status().equals(CREATING) ? Collections.emptyNavigableMap() : shards;
    }

    /** The open shards, by hash key. */
    ShardMap open() {
        return open;
    }

    /** How many of them are open. */
    public int openShards() {
        return open.size();
    }

    Collection<Shard> all() {
        return shards.values();
    }

    /** Whether records can be put and read. */
    public boolean ready() {
        String status = meta.status();
        return status.equals(ACTIVE) || status.equals(UPDATING);
    }

    public Duration retention() {
        return Duration.ofHours(meta.retentionHours());
    }

    void close() {
        shards.values().forEach(Shard::close);
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
        shown.put("Open shards", Integer.toString(open.size()));
        shown.put("Retention hours", Integer.toString(now.retentionHours()));
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
