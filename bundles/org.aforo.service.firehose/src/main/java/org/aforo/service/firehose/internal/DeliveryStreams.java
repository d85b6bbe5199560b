package org.aforo.service.firehose.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.time.Scheduler;
import org.aforo.service.firehose.internal.Definition.State;

/**
 * All delivery streams: made, changed, found and removed here, and kept over restarts. Changes are made
 * one at a time; finding is free of locks.
 */
public final class DeliveryStreams implements AutoCloseable {

    private final Bench bench;
    private final Limits limits;
    private final MetaMap<Definition> kept;
    private final MetaMap<Progress.Saved> progress;
    private final NavigableMap<String, DeliveryStream> live = new ConcurrentSkipListMap<>();
    private final Map<String, Scheduler.Timer> timers = new HashMap<>();
    private boolean closed;

    /** Takes up what is kept. */
    public DeliveryStreams(Bench bench, Limits limits) {
        this.bench = bench;
        this.limits = limits;
        this.kept = bench.metadata().map("firehose.streams", Definition.class);
        this.progress = bench.metadata().map("firehose.progress", Progress.Saved.class);
    }

    /** Takes up work where it was left. */
    public synchronized void restore() {
        for (Definition definition : kept.all().values()) {
            DeliveryStream stream = new DeliveryStream(bench, definition, limits, progress);
            live.put(definition.key(), stream);
            stream.restore();
            carryOn(stream);
        }
    }

    /** The limits in force. */
    public Limits limits() {
        return limits;
    }

    /** The bench they run on. */
    public Bench bench() {
        return bench;
    }

    /**
     * Makes one.
     *
     * @throws AwsError when the name is taken, there are too many, or the source isn't there
     */
    public synchronized DeliveryStream create(Definition definition) {
        if (live.containsKey(definition.key())) {
            throw Errors.exists(definition.name(), definition.account());
        }
        if (names(definition.account(), definition.region()).size() >= limits.streams()) {
            throw Errors.tooMany(limits.streams());
        }
        // What a bench that was killed while deleting one of that name may have left.
        forget(definition);
        DeliveryStream stream = new DeliveryStream(bench, definition, limits, progress);
        boolean begun = false;
        try {
            stream.beginSource();
            kept.put(definition.key(), definition);
            begun = true;
        } finally {
            if (!begun) {
                discard(stream);
            }
        }
        live.put(definition.key(), stream);
        carryOn(stream);
        return stream;
    }

    /** Sets what is to come by the clock. */
    private void carryOn(DeliveryStream stream) {
        switch (stream.definition().state()) {
            case ACTIVE -> stream.activate();
            case CREATING -> later(stream, "firehose creates ", this::activate);
            case DELETING -> later(stream, "firehose deletes ", this::remove);
        }
    }

    private void later(DeliveryStream stream, String what, Consumer<DeliveryStream> task) {
        timers.put(stream.definition().key(), bench.scheduler().after(limits.createDelay(), what + stream.name(),
                () -> task.accept(stream)));
    }

    private synchronized void activate(DeliveryStream stream) {
        if (isLive(stream) && stream.definition().state() == State.CREATING) {
            timers.remove(stream.definition().key());
            define(stream, stream.definition().with(State.ACTIVE));
            stream.activate();
        }
    }

    /** Marks one for deletion; it goes a little later, with its undelivered data. */
    public synchronized void delete(DeliveryStream stream) {
        Definition now = stream.definition();
        if (now.state() == State.CREATING) {
            throw Errors.inUse(now.name(), now.account(), now.state().name());
        }
        if (now.state() == State.ACTIVE) {
            define(stream, now.with(State.DELETING));
            carryOn(stream);
        }
    }

    private synchronized void remove(DeliveryStream stream) {
        if (isLive(stream)) {
            String key = stream.definition().key();
            timers.remove(key);
            kept.remove(key);
            live.remove(key);
            discard(stream);
        }
    }

    private void discard(DeliveryStream stream) {
        stream.close();
        forget(stream.definition());
    }

    private void forget(Definition definition) {
        bench.logs().delete(DeliveryStream.logName(definition));
        progress.remove(definition.key());
    }

    private boolean isLive(DeliveryStream stream) {
        return !closed && live.get(stream.definition().key()) == stream;
    }

    /** Changes what one is. */
    public synchronized void change(DeliveryStream stream, UnaryOperator<Definition> how) {
        define(stream, how.apply(stream.definition()));
    }

    private void define(DeliveryStream stream, Definition definition) {
        Naming.of(definition.destination());
        kept.put(definition.key(), definition);
        stream.define(definition);
    }

    /** @throws AwsError {@code ResourceNotFoundException} when the caller has none of that name */
    public DeliveryStream find(Call call, String name) {
        return find(call.account(), call.region(), name)
                .orElseThrow(() -> Errors.notFound(name, call.account()));
    }

    /** @throws AwsError as {@link #find}, also when it doesn't take data now; or that it takes no direct puts */
    public DeliveryStream findToPut(Call call, String name) {
        DeliveryStream stream = find(call, name);
        Definition definition = stream.definition();
        if (definition.state() != State.ACTIVE) {
            throw Errors.notFound(name, call.account());
        }
        if (definition.source() != null) {
            throw Errors.notDirectPut(definition.type());
        }
        return stream;
    }

    /** The one that an ARN names, if it takes direct puts now. */
    Optional<DeliveryStream> findToPut(Arn arn) {
        return find(arn).filter(stream -> stream.definition().state() == State.ACTIVE)
                .filter(stream -> stream.definition().source() == null);
    }

    /** The one that an ARN names. */
    Optional<DeliveryStream> find(Arn arn) {
        String kind = "deliverystream/";
        if (!arn.service().equals("firehose") || !arn.resource().startsWith(kind)) {
            return Optional.empty();
        }
        return find(arn.account(), arn.region(), arn.resource().substring(kind.length()));
    }

    private Optional<DeliveryStream> find(String account, String region, String name) {
        return Optional.ofNullable(live.get(Definition.key(account, region, name)));
    }

    /** An account's in a region, by name. */
    public NavigableMap<String, DeliveryStream> names(String account, String region) {
        String from = Definition.key(account, region, "");
        NavigableMap<String, DeliveryStream> names = new TreeMap<>();
        for (Map.Entry<String, DeliveryStream> each : live.tailMap(from, true).entrySet()) {
            if (!each.getKey().startsWith(from)) {
                break;
            }
            names.put(each.getKey().substring(from.length()), each.getValue());
        }
        return names;
    }

    /** All. */
    List<DeliveryStream> all() {
        return new ArrayList<>(live.values());
    }

    /** Removes all, with their data. */
    synchronized void reset() {
        cancelTimers();
        for (DeliveryStream stream : all()) {
            remove(stream);
        }
        kept.clear();
        progress.clear();
    }

    private void cancelTimers() {
        timers.values().forEach(Scheduler.Timer::cancel);
        timers.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancelTimers();
        live.values().forEach(DeliveryStream::close);
        live.clear();
    }
}
