package org.aforo.service.topics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.meter.Meter;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/**
 * A topic at work: its messages, and who is given them. A message is safe when it is published. Safe for many threads.
 */
public final class Topic implements Resource, AutoCloseable {

    private static final int CHUNK = 1_000;

    private final Engine engine;
    private final TopicLog log;
    private final Map<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();
    private final Figures figures = new Figures();
    private final Deduplication known;
    private final ReentrantLock publishing = new ReentrantLock();
    private final FifoRate rate;
    private final Meter in;
    private final Meter out;
    private volatile TopicMeta meta;
    private volatile AccessPolicy policy;

    Topic(Engine engine, TopicMeta meta) {
        this.engine = engine;
        this.meta = meta;
        this.policy = policy(meta);
        this.log = new TopicLog(engine.bench().logs().open(meta.logName()), engine.bench().clock());
        this.known = new Deduplication(engine.limits()::deduplication);
        this.rate = new FifoRate(engine);
        this.in = engine.bench().meters().open(meta.arn().toString(), "in");
        this.out = engine.bench().meters().open(meta.arn().toString(), "out");
        if (meta.fifo()) {
            remember();
        }
    }

    /** Takes up which ids it doesn't take again. */
    private void remember() {
        long at = log.at(engine.bench().clock().now().minus(engine.limits().deduplication()));
        for (List<Published> some = log.read(at, CHUNK); !some.isEmpty(); some = log.read(at, CHUNK)) {
            some.forEach(each -> known.add(each, meta.deduplicatesByGroup()));
            at = some.getLast().offset() + 1;
        }
    }

    /**
     * Takes messages; they are safe when this returns.
     *
     * @return where each is; one that was published lately under the same id is where it was then, under that id
     * @throws AwsError {@code ThrottlingException} over a limit; nothing was taken then
     */
    public List<Published> publish(List<Message> messages) {
        if (log.bytes() > engine.limits().backlog.getAsLong()) {
            in.throttle(messages.size());
            throw Errors.throttled();
        }
        List<Published> taken = meta.fifo() ? publishInOrder(messages) : append(messages);
        subscriptions.values().forEach(Subscription::wake);
        return taken;
    }

    private List<Published> publishInOrder(List<Message> messages) {
        publishing.lock();
        try {
            if (!rate.tryTake(messages, meta.deduplicatesByGroup())) {
                in.throttle(messages.size());
                throw Errors.throttled();
            }
            List<Published> taken = new ArrayList<>(messages.size());
            for (Message message : messages) {
                Published before = known.find(message, meta.deduplicatesByGroup(), engine.bench().clock().now());
                if (before == null) {
                    before = append(List.of(message)).getFirst();
                    known.add(before, meta.deduplicatesByGroup());
                }
                taken.add(before);
            }
            return taken;
        } finally {
            publishing.unlock();
        }
    }

    private List<Published> append(List<Message> messages) {
        Instant now = engine.bench().clock().now();
        long first = log.append(messages);
        List<Published> taken = new ArrayList<>(messages.size());
        for (Message message : messages) {
            long size = message.size();
            in.add(1, size);
            figures.published(size);
            taken.add(new Published(first + taken.size(), now, message));
        }
        return taken;
    }

    /** Counts what a subscription was given. */
    void delivered(long bytes) {
        out.add(1, bytes);
        figures.delivered();
    }

    /** Drops messages that no subscription needs, but for the newest, and those whose ids are still known. */
    void trim() {
        long from = log.next() - engine.limits().kept.getAsLong();
        for (Subscription subscription : subscriptions.values()) {
            from = Math.min(from, subscription.needed());
        }
        if (meta.fifo()) {
            from = Math.min(from, log.at(engine.bench().clock().now().minus(engine.limits().deduplication())));
        }
        log.trimTo(from);
    }

    /** What it is now. */
    public TopicMeta meta() {
        return meta;
    }

    /** Bytes that a message may have with its attributes, and all of a batch together. */
    public long messageBytes() {
        return meta.messageBytes().orElseGet(engine.limits().messageBytes);
    }

    /** Who may do what with it; null for its account alone. */
    AccessPolicy policy() {
        return policy;
    }

    private AccessPolicy policy(TopicMeta of) {
        return engine.bench().policies().kept(of.arn(), of.attributes().get("Policy"));
    }

    void define(TopicMeta now) {
        meta = now;
        policy = policy(now);
        subscriptions.values().forEach(Subscription::replan);
    }

    TopicLog log() {
        return log;
    }

    Figures figures() {
        return figures;
    }

    /** Its subscriptions, those that wait to be confirmed among them. */
    public Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    Map<String, Subscription> byId() {
        return subscriptions;
    }

    /** The protocols of its subscriptions, one each. */
    public List<String> protocols() {
        return subscriptions.values().stream().map(each -> each.meta().protocol()).toList();
    }

    /** Subscriptions in a state. */
    public long count(SubscriptionMeta.State state) {
        return subscriptions.values().stream().filter(each -> each.meta().state() == state).count();
    }

    /** Looks at its newest messages. */
    RecordPeek peek() {
        return new LogPeek(log.log(), new MessageView(meta.fifo())::shown);
    }

    @Override
    public Arn arn() {
        return meta.arn();
    }

    @Override
    public String kind() {
        return "topic";
    }

    @Override
    public String name() {
        return meta.name();
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.of(meta, count(SubscriptionMeta.State.CONFIRMED), count(SubscriptionMeta.State.PENDING));
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    /** The messages that are kept, against those at which it takes no more. */
    @Override
    public List<BufferState> buffers() {
        return List.of(new BufferState("kept", log.bytes(), engine.limits().backlog.getAsLong(),
                log.next() - log.first(), Long.MAX_VALUE, Duration.ZERO, Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Link> links() {
        return subscriptions.values().stream().map(each -> new Link(each.arn(), "subscription")).toList();
    }

    /** Its figures under CloudWatch's names. */
    List<PublishedMetric> metrics() {
        return figures.all().stream().map(each -> new PublishedMetric(arn(), "AWS/SNS", each.metric(),
                Map.of("TopicName", name()), each.unit(), each.tally())).toList();
    }

    /** Stops; what isn't delivered stays in the log. */
    @Override
    public void close() {
        subscriptions.values().forEach(Subscription::close);
        log.close();
        in.close();
        out.close();
    }
}
