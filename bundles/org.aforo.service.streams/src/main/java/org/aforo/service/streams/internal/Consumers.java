package org.aforo.service.streams.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;

/** All registered consumers: made, found and removed here, and kept in the bench's metadata. Safe for many threads. */
public final class Consumers implements AutoCloseable {

    private static final long TAKE_OVER_MILLIS = 5_000;

    private final Streams streams;
    private final Bench bench;
    private final Limits limits;
    private final MetaMap<ConsumerMeta> stored;
    /** By ARN. */
    private final NavigableMap<String, Consumer> consumers = new ConcurrentSkipListMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Transitions<Consumer> transitions;

    Consumers(Streams streams, Bench bench, Limits limits) {
        this.streams = streams;
        this.bench = bench;
        this.limits = limits;
        this.transitions = new Transitions<>(changing, bench, limits);
        this.stored = bench.metadata().map("kinesis.consumers", ConsumerMeta.class);
        for (ConsumerMeta meta : stored.all().values()) {
            Consumer consumer = new Consumer(meta, bench);
            consumers.put(consumer.arn().toString(), consumer);
            switch (meta.status()) {
                case Stream.CREATING -> later(consumer, () -> activate(consumer));
                case Stream.DELETING -> later(consumer, () -> remove(consumer));
                default -> {
                    // Nothing was under way.
                }
            }
        }
    }

    /** A stream's, by name. */
    public List<Consumer> of(StreamName stream) {
        return consumers.values().stream().filter(consumer -> consumer.meta().streamName().equals(stream)).toList();
    }

    Collection<Consumer> all() {
        return consumers.values();
    }

    /** The one a request names. */
    public Consumer find(String streamARN, String name, String consumerARN) throws AwsError {
        if (consumerARN == null && (streamARN == null || name == null)) {
            throw Errors.invalid("Either ConsumerARN or both StreamARN and ConsumerName must be provided.");
        }
        if (consumerARN != null) {
            Consumer consumer = consumers.get(consumerARN);
            if (consumer == null) {
                throw Errors.noConsumer(consumerARN);
            }
            checkSame(consumer, streamARN, name);
            return consumer;
        }
        StreamName stream = streams.find(StreamName.of(Arn.parse(streamARN))).fullName();
        return of(stream).stream().filter(consumer -> consumer.name().equals(name)).findFirst()
                .orElseThrow(() -> Errors.noConsumer(name, stream));
    }

    /** What names a consumer twice must name the same. */
    private static void checkSame(Consumer consumer, String streamARN, String name) throws AwsError {
        if (streamARN != null && !StreamName.of(Arn.parse(streamARN)).equals(consumer.meta().streamName())) {
            throw Errors.invalid("StreamARN " + streamARN + " does not match ConsumerARN " + consumer.arn() + '.');
        }
        if (name != null && !name.equals(consumer.name())) {
            throw Errors.invalid("ConsumerName " + name + " does not match ConsumerARN " + consumer.arn() + '.');
        }
    }

    /** Registers a consumer: it is there at once, and active a moment later. */
    public Consumer register(StreamName name, String consumerName, Map<String, String> tags) throws AwsError {
        TagRules.check(tags, name);
        TagRules.checkCount(tags.size(), streams.maxTags(), name);
        changing.lock();
        try {
            Stream stream = streams.active(name);
            List<Consumer> others = of(name);
            if (others.stream().anyMatch(other -> other.name().equals(consumerName))) {
                throw Errors.consumerExists(consumerName, name);
            }
            checkLimits(others, stream);
            Consumer consumer = new Consumer(new ConsumerMeta(name.account(), name.region(), stream.name(),
                    consumerName, Stream.CREATING, bench.clock().millis(), tags), bench);
            stored.put(consumer.arn().toString(), consumer.meta());
            consumers.put(consumer.arn().toString(), consumer);
            streams.listResources();
            later(consumer, () -> activate(consumer));
            return consumer;
        } finally {
            changing.unlock();
        }
    }

    private void checkLimits(List<Consumer> others, Stream stream) throws AwsError {
        StreamName name = stream.fullName();
        long most = streams.accountSettings().consumers(stream.meta());
        if (others.size() >= most) {
            throw Errors.limit("Limit of " + most + " consumers exceeded for stream "
                    + name.label() + ".");
        }
        long creating = others.stream().filter(other -> other.state().equals(Stream.CREATING)).count();
        if (creating >= limits.consumersCreating.getAsLong()) {
            throw Errors.limit("Limit for consumers being created concurrently exceeded for stream " + name.label()
                    + ".");
        }
    }

    /** Begins to remove a consumer: its subscriptions end now, it is gone a moment later. */
    public void deregister(Consumer consumer) throws AwsError {
        changing.lock();
        try {
            checkActive(consumer);
            save(consumer, consumer.meta().withStatus(Stream.DELETING));
            consumer.subscriptions().values().forEach(Subscription::end);
            later(consumer, () -> remove(consumer));
        } finally {
            changing.unlock();
        }
    }

    private static void checkActive(Consumer consumer) throws AwsError {
        if (!consumer.state().equals(Stream.ACTIVE)) {
            throw Errors.consumerNotActive(consumer.meta());
        }
    }

    /** Changes what is kept of a consumer. */
    void update(Consumer consumer, UnaryOperator<ConsumerMeta> change) {
        changing.lock();
        try {
            save(consumer, change.apply(consumer.meta()));
        } finally {
            changing.unlock();
        }
    }

    /**
     * Subscribes a consumer to a shard. One that was made less than five seconds ago stands; an older one ends.
     *
     * @param offset where it begins in the shard's log
     */
    public Subscription subscribe(Consumer consumer, Shard shard, long offset) throws AwsError {
        changing.lock();
        try {
            checkActive(consumer);
            Subscription made = new Subscription(bench, limits, consumer, shard, offset);
            Subscription old = consumer.subscriptions().get(shard.id());
            if (old != null && made.begun() - old.begun() < TAKE_OVER_MILLIS) {
                consumer.figures().refused.add(1);
                throw Errors.subscribed(consumer.meta(), shard.id());
            }
            consumer.subscriptions().put(shard.id(), made);
            if (old != null) {
                old.end();
            }
            consumer.figures().subscribed.add(1);
            return made;
        } finally {
            changing.unlock();
        }
    }

    private void save(Consumer consumer, ConsumerMeta meta) {
        stored.put(consumer.arn().toString(), meta);
        consumer.meta(meta);
    }

    private void later(Consumer consumer, Runnable end) {
        transitions.later(consumer, "kinesis-consumer-" + consumer.name(), end);
    }

    private void activate(Consumer consumer) {
        save(consumer, consumer.meta().withStatus(Stream.ACTIVE));
        bench.events().publish("consumer-active", consumer.arn().toString(),
                consumer.name() + " may subscribe to " + consumer.meta().stream());
    }

    private void remove(Consumer consumer) {
        consumer.close();
        stored.remove(consumer.arn().toString());
        streams.policies().remove(consumer.arn().toString());
        consumers.remove(consumer.arn().toString());
        streams.listResources();
    }

    /** Removes a stream's consumers with it. */
    void removeAll(StreamName stream) {
        changing.lock();
        try {
            of(stream).forEach(consumer -> {
                transitions.cancel(consumer);
                remove(consumer);
            });
        } finally {
            changing.unlock();
        }
    }

    void reset() {
        changing.lock();
        try {
            close();
            stored.clear();
            consumers.clear();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        changing.lock();
        try {
            transitions.cancelAll();
            consumers.values().forEach(Consumer::close);
        } finally {
            changing.unlock();
        }
    }
}
