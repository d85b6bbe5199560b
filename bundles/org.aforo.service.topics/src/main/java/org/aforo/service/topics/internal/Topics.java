package org.aforo.service.topics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.quota.TokenBucket;
import org.aforo.service.topics.internal.SubscriptionMeta.State;
import org.aforo.service.topics.internal.delivery.Letter;

/**
 * All topics and their subscriptions: made, changed, found and removed here, and kept over restarts. Changes are made
 * one at a time; finding is free of locks.
 */
public final class Topics implements AutoCloseable {

    private static final int ACCOUNTS = 1_000;
    private static final float LOAD = 0.75f;

    private final Engine engine;
    private final MetaMap<TopicMeta> keptTopics;
    private final MetaMap<SubscriptionMeta> keptSubscriptions;
    private final NavigableMap<String, Topic> live = new ConcurrentSkipListMap<>();
    /** By account and region, those that were used last. */
    private final Map<String, TokenBucket> rates = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > ACCOUNTS;
        }
    };
    private boolean closed;

    Topics(Engine engine) {
        this.engine = engine;
        this.keptTopics = engine.bench().metadata().map("sns.topics", TopicMeta.class);
        this.keptSubscriptions = engine.bench().metadata().map("sns.subscriptions", SubscriptionMeta.class);
    }

    /** Takes up work where it was left. */
    synchronized void restore() {
        for (TopicMeta meta : keptTopics.all().values()) {
            live.put(meta.key(), new Topic(engine, meta));
        }
        for (SubscriptionMeta meta : keptSubscriptions.all().values()) {
            Topic topic = find(Arn.parse(meta.topic())).orElse(null);
            if (topic == null) {
                keptSubscriptions.remove(meta.key());
            } else {
                carryOn(add(topic, meta));
            }
        }
    }

    /** Delivers what waits. Never blocks. */
    void wake() {
        live.values().forEach(topic -> topic.subscriptions().forEach(Subscription::wake));
    }

    /** The bench they are on. */
    public Bench bench() {
        return engine.bench();
    }

    /** The limits in force. */
    public Limits limits() {
        return engine.limits();
    }

    /** Where the bench is reached. */
    public String base() {
        return engine.base().get();
    }

    /**
     * Counts messages to a topic as its account's in its region; not those of a FIFO topic that has a rate of its own.
     *
     * @throws AwsError {@code ThrottlingException} over the account's rate
     */
    public void countPublished(Topic topic, int messages) {
        TopicMeta meta = topic.meta();
        if (meta.fifo() && !meta.deduplicatesByGroup()) {
            return;
        }
        TokenBucket rate;
        synchronized (rates) {
            rate = rates.computeIfAbsent(meta.account() + '/' + meta.region(), account -> new TokenBucket("publishes",
                    bench().clock(), limits().publishRate));
        }
        if (!rate.tryTake(messages)) {
            topic.in().throttle(messages);
            throw Errors.throttled();
        }
    }

    /** @throws AwsError {@code TopicLimitExceeded} */
    public synchronized Topic create(TopicMeta meta) {
        long limit = (meta.fifo() ? limits().fifoTopics : limits().topics).getAsLong();
        long there = of(meta.account(), meta.region()).stream().filter(each -> each.meta().fifo() == meta.fifo())
                .count();
        if (there >= limit) {
            throw Errors.tooManyTopics();
        }
        // What a bench that was killed while deleting one of that name may have left.
        bench().logs().delete(meta.logName());
        keptTopics.put(meta.key(), meta);
        Topic topic = new Topic(engine, meta);
        live.put(meta.key(), topic);
        return topic;
    }

    /** Removes a topic with its subscriptions and messages. */
    public synchronized void delete(Topic topic) {
        if (live.remove(topic.meta().key(), topic)) {
            keptTopics.remove(topic.meta().key());
            List.copyOf(topic.subscriptions()).forEach(each -> discard(topic, each));
            topic.close();
            bench().logs().delete(topic.meta().logName());
        }
    }

    /** Changes what a topic is. */
    public synchronized void change(Topic topic, UnaryOperator<TopicMeta> how) {
        TopicMeta now = how.apply(topic.meta());
        keptTopics.put(now.key(), now);
        topic.define(now);
    }

    /** The topic that an ARN names. */
    public Optional<Topic> find(Arn arn) {
        return arn.service().equals("sns")
                ? Optional.ofNullable(live.get(TopicMeta.key(arn.account(), arn.region(), arn.resource())))
                : Optional.empty();
    }

    /** The subscription that an ARN names. */
    public Optional<Subscription> findSubscription(Arn arn) {
        int colon = arn.resource().lastIndexOf(':');
        return colon < 0 ? Optional.empty()
                : find(Arn.of(arn.service(), arn.region(), arn.account(), arn.resource().substring(0, colon)))
                        .map(topic -> topic.byId().get(arn.resource().substring(colon + 1)));
    }

    /**
     * The subscription that a token confirms.
     *
     * @param topic where it most likely is
     */
    public Optional<Subscription> byToken(Arn topic, String token) {
        return Stream.concat(find(topic).stream(), live.values().stream())
                .flatMap(each -> each.subscriptions().stream())
                .filter(each -> token.equals(each.meta().token())).findFirst();
    }

    /** The topic of a subscription. */
    public Topic topicOf(Subscription subscription) {
        return find(Arn.parse(subscription.meta().topic())).orElseThrow(Errors::noSubscription);
    }

    /** An account's topics in a region, by name. */
    public List<Topic> of(String account, String region) {
        String from = TopicMeta.key(account, region, "");
        return List.copyOf(live.subMap(from, true, from + Character.MAX_VALUE, false).values());
    }

    List<Topic> all() {
        return new ArrayList<>(live.values());
    }

    /** @throws AwsError {@code SubscriptionLimitExceeded}, {@code FilterPolicyLimitExceeded} */
    public synchronized Subscription subscribe(Topic topic, SubscriptionMeta meta) {
        if (live.get(topic.meta().key()) != topic) {
            throw Errors.noTopic();
        }
        long limit = (topic.meta().fifo() ? limits().fifoSubscriptions : limits().subscriptions).getAsLong();
        if (topic.subscriptions().size() >= limit) {
            throw Errors.tooManySubscriptions();
        }
        if (meta.attributes().containsKey("FilterPolicy")) {
            checkFilters(topic);
        }
        keptSubscriptions.put(meta.key(), meta);
        Subscription subscription = add(topic, meta);
        carryOn(subscription);
        return subscription;
    }

    /** @throws AwsError {@code FilterPolicyLimitExceeded} when a topic, or its account, has as many as it may */
    public void checkFilters(Topic topic) {
        if (filters(topic) >= limits().filterPolicies.getAsLong()) {
            throw Errors.tooManyFilters("topic");
        }
        TopicMeta meta = topic.meta();
        long ofAccount = of(meta.account(), meta.region()).stream().mapToLong(Topics::filters).sum();
        if (ofAccount >= limits().accountFilterPolicies.getAsLong()) {
            throw Errors.tooManyFilters("account");
        }
    }

    private static long filters(Topic topic) {
        return topic.subscriptions().stream().filter(each -> each.meta().attributes().containsKey("FilterPolicy"))
                .count();
    }

    private Subscription add(Topic topic, SubscriptionMeta meta) {
        Subscription subscription = new Subscription(engine, topic, meta);
        topic.byId().put(meta.id(), subscription);
        return subscription;
    }

    /** Does what is to be done for one that isn't confirmed. */
    private void carryOn(Subscription subscription) {
        SubscriptionMeta meta = subscription.meta();
        if (meta.confirmed()) {
            return;
        }
        if (!meta.told()) {
            Letter.Type type = meta.state() == State.PENDING ? Letter.Type.CONFIRM : Letter.Type.ENDED;
            new Asking(engine, subscription, type, meta.token(), this::told).start();
        }
        Instant end = meta.created().plus(limits().confirmation());
        Duration left = Duration.between(bench().clock().now(), end);
        bench().scheduler().after(left.isNegative() ? Duration.ZERO : left, "sns confirmation ends",
                () -> expire(subscription, meta.token()));
    }

    /** Asks an endpoint once more to confirm. */
    public void ask(Subscription subscription) {
        new Asking(engine, subscription, Letter.Type.CONFIRM, subscription.meta().token(), this::told).start();
    }

    private synchronized void told(Subscription subscription) {
        if (isLive(subscription)) {
            define(subscription, subscription.meta().reached());
        }
    }

    private synchronized void expire(Subscription subscription, String token) {
        if (isLive(subscription) && !subscription.meta().confirmed() && token.equals(subscription.meta().token())) {
            discard(topicOf(subscription), subscription);
        }
    }

    private boolean isLive(Subscription subscription) {
        return !closed && findSubscription(subscription.arn()).filter(each -> each == subscription).isPresent();
    }

    /** Changes what a subscription is. */
    public synchronized void change(Subscription subscription, UnaryOperator<SubscriptionMeta> how) {
        if (!isLive(subscription)) {
            throw Errors.noSubscription();
        }
        define(subscription, how.apply(subscription.meta()));
    }

    private void define(Subscription subscription, SubscriptionMeta now) {
        keptSubscriptions.put(now.key(), now);
        subscription.define(now);
    }

    /** Removes a subscription, with what it wasn't given yet. */
    public synchronized void unsubscribe(Subscription subscription) {
        if (isLive(subscription)) {
            discard(topicOf(subscription), subscription);
        }
    }

    /** Ends a subscription so that its endpoint can restore it with a token for a while. */
    public synchronized void end(Subscription subscription, String token) {
        if (isLive(subscription)) {
            define(subscription, subscription.meta().ended(token, bench().clock().now()));
            carryOn(subscription);
        }
    }

    private void discard(Topic topic, Subscription subscription) {
        keptSubscriptions.remove(subscription.meta().key());
        topic.byId().remove(subscription.meta().id());
        subscription.discard();
    }

    /** Removes all. */
    synchronized void reset() {
        all().forEach(this::delete);
        keptTopics.clear();
        keptSubscriptions.clear();
        engine.progress().clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        live.values().forEach(Topic::close);
        live.clear();
    }
}
