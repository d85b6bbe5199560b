package org.aforo.service.topics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;
import org.aforo.service.topics.internal.delivery.Endpoint;
import org.aforo.service.topics.internal.delivery.Feed;
import org.aforo.service.topics.internal.delivery.Letter;
import org.aforo.service.topics.internal.filter.FilterPolicy;
import org.aforo.service.topics.internal.message.Published;

/**
 * A subscription at work. While it isn't confirmed nothing is delivered; once it is, what is published from then on.
 * Safe for many threads.
 */
public final class Subscription implements Resource, AutoCloseable {

    private final Engine engine;
    private final Topic topic;
    private final Endpoint endpoint;
    private final Meter in;
    private final Meter out;
    private final LongAdder filtered = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private volatile SubscriptionMeta meta;
    private volatile Plan plan;
    private volatile Courier courier;
    private volatile Progress progress;

    Subscription(Engine engine, Topic topic, SubscriptionMeta meta) {
        this.engine = engine;
        this.topic = topic;
        this.meta = meta;
        this.endpoint = engine.endpoints().of(meta);
        this.in = engine.bench().meters().open(meta.arn().toString(), "in");
        this.out = engine.bench().meters().open(meta.arn().toString(), "out");
        replan();
        if (meta.confirmed()) {
            begin();
        }
    }

    /** Takes up delivering where it was left, or with the next message. */
    private void begin() {
        Feed.Saved from = engine.progress().get(meta.key()).orElse(new Feed.Saved(topic.log().next(), Map.of()));
        Feed feed = new Feed(topic.log(), topic.meta().fifo(), engine.limits().outstanding, this::wants, from);
        progress = new Progress(engine.progress(), meta.key(), feed, engine.bench().scheduler(), topic::trim);
        courier = new Courier(engine, this, feed, progress);
        courier.wake();
    }

    private void end() {
        courier.close();
        courier = null;
        progress.forget();
    }

    private boolean wants(Published published) {
        FilterPolicy filter = plan.filter();
        FilterPolicy.Verdict verdict = filter == null ? FilterPolicy.Verdict.PASSES
                : filter.judge(published.message().textFor(meta.protocol()), published.message().attributes());
        if (verdict == FilterPolicy.Verdict.PASSES) {
            in.add(1, published.message().size());
            return true;
        }
        filtered.increment();
        topic.figures().filtered(verdict);
        return false;
    }

    /** What it is now. */
    public SubscriptionMeta meta() {
        return meta;
    }

    /** What it is to be from now on. */
    void define(SubscriptionMeta now) {
        boolean was = meta.confirmed();
        meta = now;
        replan();
        if (now.confirmed() && !was) {
            begin();
        } else if (was && !now.confirmed()) {
            end();
        }
    }

    /** Looks at the attributes again. */
    void replan() {
        plan = Plan.of(topic.meta(), meta);
    }

    Plan plan() {
        return plan;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String topicName() {
        return topic.name();
    }

    Letter letter(Published published) {
        return Letter.of(published, meta.topic(), topic.meta().fifo(), arn().toString(), meta.protocol(),
                plan.style(engine.base().get()));
    }

    /** Delivers what was published. Never blocks. */
    void wake() {
        Courier now = courier;
        if (now != null) {
            now.wake();
        }
    }

    void delivered(Letter letter) {
        long bytes = letter.message().size();
        out.add(1, bytes);
        topic.delivered(bytes);
    }

    void retried() {
        retries.increment();
    }

    void failed() {
        lost.increment();
        topic.figures().failed();
    }

    void redriven(boolean done) {
        topic.figures().redriven(done);
    }

    void tell(String type, String text) {
        engine.bench().events().publish(type, arn().toString(), text);
    }

    /** The oldest message it still needs; {@link Long#MAX_VALUE} when it needs none. */
    long needed() {
        Courier now = courier;
        return now == null ? Long.MAX_VALUE : now.feed().needed();
    }

    @Override
    public Arn arn() {
        return meta.arn();
    }

    @Override
    public String kind() {
        return "subscription";
    }

    @Override
    public String name() {
        return meta.protocol() + ' ' + meta.endpoint().substring(meta.endpoint().lastIndexOf(':') + 1);
    }

    @Override
    public Optional<Arn> parent() {
        return Optional.of(topic.arn());
    }

    @Override
    public String state() {
        return meta.state().name();
    }

    @Override
    public Map<String, String> attributes() {
        Courier now = courier;
        return Attributes.of(meta, filtered.sum(), retries.sum(), lost.sum(),
                now == null ? Optional.empty() : now.trouble());
    }

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
        Courier now = courier;
        if (now == null) {
            return List.of();
        }
        Feed.Waiting waiting = now.feed().waiting();
        Duration oldest = waiting.oldest() < 0 ? Duration.ZERO
                : Duration.between(Instant.ofEpochMilli(waiting.oldest()), engine.bench().clock().now());
        return List.of(new BufferState("waiting", 0, Long.MAX_VALUE, waiting.records(), Long.MAX_VALUE, oldest,
                now.trouble().map(Courier.Trouble::retry), Optional.empty()));
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        endpoint.resource().ifPresent(arn -> links.add(new Link(arn, "delivers to")));
        if (plan.deadLetters() != null) {
            links.add(new Link(plan.deadLetters(), "dead letters to"));
        }
        return links;
    }

    /** Stops, and leaves how far it is. */
    @Override
    public void close() {
        Courier now = courier;
        if (now != null) {
            now.close();
            progress.close();
        }
        in.close();
        out.close();
    }

    /** Stops, and forgets how far it is. */
    void discard() {
        close();
        engine.progress().remove(meta.key());
    }
}
