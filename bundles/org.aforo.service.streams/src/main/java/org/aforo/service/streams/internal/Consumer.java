package org.aforo.service.streams.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;

/**
 * A registered consumer of a stream, and its subscriptions to shards. Safe for many threads; changed by
 * {@link Consumers} alone.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html">Enhanced fan-out</a>
 */
public final class Consumer implements Resource {

    private static final long MILLIS = 1_000;
    /** More subscriptions than these are not shown as buffers. */
    private static final int SHOWN = 32;

    private final Arn arn;
    private final Meter in;
    private final Meter out;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final ConsumerFigures figures = new ConsumerFigures();
    private volatile ConsumerMeta meta;

    Consumer(ConsumerMeta meta, Bench bench) {
        this.meta = meta;
        Arn stream = meta.streamName().arn();
        this.arn = Arn.of(stream.service(), stream.region(), stream.account(),
                stream.resource() + "/consumer/" + meta.name() + ':' + meta.created() / MILLIS);
        this.in = bench.meters().open(arn.toString(), "in");
        this.out = bench.meters().open(arn.toString(), "out");
    }

    public ConsumerMeta meta() {
        return meta;
    }

    void meta(ConsumerMeta changed) {
        meta = changed;
    }

    /** What its subscriptions measure. */
    ConsumerFigures figures() {
        return figures;
    }

    /** By shard id. */
    Map<String, Subscription> subscriptions() {
        return subscriptions;
    }

    void close() {
        subscriptions.values().forEach(Subscription::end);
        in.close();
        out.close();
    }

    @Override
    public Arn arn() {
        return arn;
    }

    @Override
    public String kind() {
        return "consumer";
    }

    @Override
    public String name() {
        return meta.name();
    }

    @Override
    public Optional<Arn> parent() {
        return Optional.of(meta.streamName().arn());
    }

    @Override
    public String state() {
        return meta.status();
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Created", Instant.ofEpochMilli(meta.created()).toString());
        shown.put("Subscriptions", Integer.toString(subscriptions.size()));
        return shown;
    }

    /** Nothing: records are pushed to it by its subscriptions and are what goes out. */
    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    @Override
    public List<BufferState> buffers() {
        return subscriptions.values().stream().limit(SHOWN).map(Subscription::throughput).toList();
    }
}
