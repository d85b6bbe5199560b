package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.time.Scheduler.Timer;

/** All streams: made, found, changed and removed here, and kept in the bench's metadata. Safe for many threads. */
public final class Streams implements AutoCloseable {

    /** Reads never show an expired record; this only gives back its space. */
    private static final Duration TRIM_PERIOD = Duration.ofMinutes(10);
    private static final String LOGS = "kinesis";

    private final Bench bench;
    private final Limits limits;
    private final MetaMap<StreamMeta> stored;
    private final NavigableMap<StreamName, Stream> streams = new ConcurrentSkipListMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Transitions<Stream> transitions;
    private final AccountLimits accountLimits;
    private final AccountSettings accountSettings;
    private final StreamKeys keys;
    private final Policies policies;
    private final Guard guard;
    private final Consumers consumers;
    private final OnDemand onDemand;
    private final Timer trimming;
    private volatile List<Resource> resources = List.of();

    public Streams(Bench bench) {
        this.bench = bench;
        this.limits = new Limits(bench.quotas());
        this.stored = bench.metadata().map("kinesis.streams", StreamMeta.class);
        this.transitions = new Transitions<>(changing, bench, limits);
        this.accountLimits = new AccountLimits(this, limits);
        this.accountSettings = new AccountSettings(bench, limits);
        this.keys = new StreamKeys(bench.metadata());
        this.policies = new Policies(bench);
        this.guard = new Guard(this, policies);
        restore();
        this.consumers = new Consumers(this, bench, limits);
        this.onDemand = new OnDemand(this, limits, bench);
        listResources();
        this.trimming = bench.scheduler().every(TRIM_PERIOD, "kinesis-retention", this::trim);
    }

    private void restore() {
        Set<String> logs = new HashSet<>(bench.logs().names(LOGS));
        for (StreamMeta meta : stored.all().values()) {
            Stream stream = new Stream(meta, bench, limits, keys);
            streams.put(stream.fullName(), stream);
            String folder = stream.fullName().logs() + '/';
            stream.all().stream().filter(shard -> logs.contains(folder + shard.id())).forEach(Shard::open);
            switch (meta.status()) {
                case Stream.CREATING -> later(stream, () -> activate(stream));
                case Stream.UPDATING -> later(stream, () -> become(stream));
                case Stream.DELETING -> later(stream, () -> remove(stream));
                default -> {
                    // Nothing was under way.
                }
            }
        }
    }

    /** Registered consumers. */
    public Consumers consumers() {
        return consumers;
    }

    /** Lets calls pass, or not. */
    public Guard guard() {
        return guard;
    }

    /** Of streams and consumers. */
    Policies policies() {
        return policies;
    }

    public Bench bench() {
        return bench;
    }

    Limits limits() {
        return limits;
    }

    /** What an account may have in a region. */
    public AccountLimits accountLimits() {
        return accountLimits;
    }

    /** What an account has chosen in a region. */
    public AccountSettings accountSettings() {
        return accountSettings;
    }

    /** The streams, shards after each. */
    Collection<Resource> resources() {
        return resources;
    }

    /** The stream a request names, in whatever state. */
    public Stream find(String streamName, String streamARN, Call call) throws AwsError {
        return find(StreamName.of(streamName, streamARN, call));
    }

    public Stream find(StreamName name) throws AwsError {
        Stream stream = streams.get(name);
        if (stream == null) {
            throw Errors.noStream(name);
        }
        return stream;
    }

    /** A stream that records can be put to and read from; AWS doesn't know it while it is made or deleted. */
    Stream ready(StreamName name) throws AwsError {
        Stream stream = find(name);
        if (!stream.ready()) {
            throw Errors.noStream(name);
        }
        return stream;
    }

    /** As {@link #ready(StreamName)}. */
    public Stream ready(String streamName, String streamARN, Call call) throws AwsError {
        return ready(StreamName.of(streamName, streamARN, call));
    }

    /** The stream of a name, in whatever state; null when there is none. */
    Stream lookUp(StreamName name) {
        return streams.get(name);
    }

    /**
     * Puts a client's batch.
     *
     * @param by the operation
     * @return an outcome for each record, in order
     */
    public List<Outcome> put(Stream stream, List<NewRecord> records, StreamFigures.Put by)
            throws AwsError, InterruptedException {
        PutFaults faults = bench.faults().any() ? new PutFaults(bench.faults(), stream, by) : null;
        long begun = bench.clock().nanos();
        List<Outcome> outcomes = PutBatch.put(stream, records, limits.requestBytes.getAsLong(), faults, by);
        stream.figures().took(by, bench.clock().nanos() - begun);
        return outcomes;
    }

    /** How many tags a stream may have. */
    public long maxTags() {
        return limits.tags.getAsLong();
    }

    /** A stream that may be changed. */
    Stream active(StreamName name) throws AwsError {
        Stream stream = find(name);
        if (!stream.ready()) {
            throw Errors.notActive(name, stream.state());
        }
        return stream;
    }

    /** An account's streams in a region whose name comes after {@code after} (null for all), by name. */
    public Collection<Stream> list(String account, String region, String after) {
        StreamName from = new StreamName(account, region, after == null ? "" : after);
        return streams.tailMap(from, false).headMap(new StreamName(account, region + '\0', "")).values();
    }

    /** Makes a stream: it is there at once, and active a moment later. */
    public void create(StreamName name, String mode, int shards, StreamSettings settings,
            Map<String, String> tags) throws AwsError {
        changing.lock();
        try {
            if (streams.containsKey(name)) {
                throw Errors.exists(name);
            }
            accountLimits.checkNew(name, mode, shards);
            long now = bench.clock().millis();
            List<ShardMeta> metas = new ArrayList<>(shards);
            HashRange.split(shards).forEach(range -> metas.add(ShardMeta.first(metas.size(), range, now)));
            StreamMeta meta = StreamMeta.made(name, mode, now, List.copyOf(metas), settings, tags);
            stored.put(name.arn().toString(), meta);
            Stream stream = new Stream(meta, bench, limits, keys);
            streams.put(name, stream);
            listResources();
            later(stream, () -> activate(stream));
        } finally {
            changing.unlock();
        }
    }

    /**
     * Begins to delete a stream: it is gone a moment later.
     *
     * @param withConsumers whether registered consumers go with it; refused otherwise if there are any
     */
    public void delete(StreamName name, boolean withConsumers) throws AwsError {
        changing.lock();
        try {
            if (!withConsumers && !consumers.of(active(name).fullName()).isEmpty()) {
                throw Errors.hasConsumers(name);
            }
            Stream stream = update(name, meta -> meta.withStatus(Stream.DELETING));
            later(stream, () -> remove(stream));
        } finally {
            changing.unlock();
        }
    }

    /** Changes what is kept of an active stream. */
    public Stream update(StreamName name, UnaryOperator<StreamMeta> change) throws AwsError {
        changing.lock();
        try {
            Stream stream = active(name);
            save(stream, change.apply(stream.meta()));
            return stream;
        } finally {
            changing.unlock();
        }
    }

    /**
     * Begins a change that takes a moment, during which the stream is {@code UPDATING} and works on as it was.
     *
     * @param change what it becomes
     */
    public Stream change(StreamName name, UnaryOperator<StreamMeta> change) throws AwsError {
        changing.lock();
        try {
            Stream stream = find(name);
            if (!stream.state().equals(Stream.ACTIVE)) {
                throw Errors.notActive(name, stream.state());
            }
            StreamMeta meta = stream.meta();
            save(stream, meta.becoming(change.apply(meta)));
            later(stream, () -> become(stream));
            return stream;
        } finally {
            changing.unlock();
        }
    }

    /** Begins to give an on-demand stream more shards; one that is being changed is left as it is. */
    void grow(Stream stream, int shards) {
        changing.lock();
        try {
            if (stream.state().equals(Stream.ACTIVE)) {
                change(stream.fullName(), meta -> meta.withShards(
                        Reshard.scale(meta.shards(), shards, bench.clock().millis())));
            }
        } finally {
            changing.unlock();
        }
    }

    /** All streams. */
    Collection<Stream> all() {
        return streams.values();
    }

    private void become(Stream stream) {
        StreamMeta next = stream.meta().next();
        Set<Integer> known = stream.shards().keySet();
        int before = stream.openShards();
        List<ShardMeta> shards = next.shards().stream()
                .map(shard -> shard.closed() != null && open(stream, shard.index())
                        ? shard.closedAt(Math.max(shard.closed(), bench.clock().millis()))
                        : shard)
                .toList();
        boolean reshaped = !known.equals(shards.stream().map(ShardMeta::index).collect(Collectors.toSet()));
        save(stream, next.withShards(shards));
        if (reshaped) {
            stream.reshape(shards);
            listResources();
            bench.events().publish("stream-resharded", stream.arn().toString(),
                    stream.name() + " has " + stream.openShards() + " open shards, not " + before);
        }
    }

    /** Whether a shard is open, as far as the stream knows; one it doesn't know yet is not. */
    private static boolean open(Stream stream, int index) {
        Shard shard = stream.shards().get(index);
        return shard != null && shard.meta().closed() == null;
    }

    private void save(Stream stream, StreamMeta meta) {
        stored.put(stream.arn().toString(), meta);
        stream.meta(meta);
    }

    private void later(Stream stream, Runnable end) {
        transitions.later(stream, "kinesis-" + stream.name(), end);
    }

    private void activate(Stream stream) {
        save(stream, stream.meta().withStatus(Stream.ACTIVE));
        bench.events().publish("stream-active", stream.arn().toString(),
                stream.name() + " has " + stream.open().size() + (stream.open().size() == 1 ? " shard" : " shards"));
    }

    private void remove(Stream stream) {
        consumers.removeAll(stream.fullName());
        stream.close();
        bench.logs().delete(stream.fullName().logs());
        stored.remove(stream.arn().toString());
        policies.remove(stream.arn().toString());
        streams.remove(stream.fullName());
        listResources();
        bench.events().publish("stream-deleted", stream.arn().toString(), stream.name() + " is gone");
    }

    void listResources() {
        List<Resource> listed = new ArrayList<>();
        for (Stream stream : streams.values()) {
            listed.add(stream);
            listed.addAll(stream.all());
            listed.addAll(consumers.of(stream.fullName()));
        }
        resources = List.copyOf(listed);
    }

    /** Gives back the space of expired records, and forgets closed shards that have no others. */
    private void trim() {
        changing.lock();
        try {
            streams.values().forEach(this::trim);
        } finally {
            changing.unlock();
        }
    }

    private void trim(Stream stream) {
        stream.all().forEach(Shard::trim);
        long horizon = bench.clock().millis() - stream.retention().toMillis();
        List<ShardMeta> left = stream.meta().shards().stream()
                .filter(shard -> shard.closed() == null || shard.closed() >= horizon).toList();
        if (left.size() < stream.meta().shards().size() && stream.state().equals(Stream.ACTIVE)) {
            List<Shard> gone = stream.all().stream().filter(shard -> !left.contains(shard.meta())).toList();
            save(stream, stream.meta().withShards(left));
            stream.reshape(left);
            gone.forEach(shard -> bench.logs().delete(stream.fullName().logs() + '/' + shard.id()));
            listResources();
        }
    }

    /** Forgets every stream and record. */
    void reset() {
        changing.lock();
        try {
            consumers.reset();
            keys.reset();
            policies.reset();
            accountSettings.reset();
            closeAll();
            bench.logs().delete(LOGS);
            stored.clear();
            streams.clear();
            listResources();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        changing.lock();
        try {
            trimming.cancel();
            onDemand.close();
            consumers.close();
            closeAll();
        } finally {
            changing.unlock();
        }
    }

    private void closeAll() {
        transitions.cancelAll();
        streams.values().forEach(Stream::close);
    }
}
