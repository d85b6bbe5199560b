package org.aforo.service.topics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.quota.TokenBucket;
import org.aforo.service.topics.internal.delivery.Feed;
import org.aforo.service.topics.internal.delivery.Feed.Open;
import org.aforo.service.topics.internal.delivery.Letter;
import org.aforo.service.topics.internal.delivery.Outcome;

/**
 * Delivers what one subscription wants: several messages at a time, those that failed again by the clock, and those
 * that failed for good to the dead letters. Safe for many threads.
 */
final class Courier implements AutoCloseable {

    private static final Duration DEAD_LETTERS_AGAIN = Duration.ofSeconds(20);
    private static final double NANOS = 1e9;

    /** What stops deliveries. */
    record Trouble(String code, String message, Instant since, Instant retry) {
    }

    private final Engine engine;
    private final Subscription subscription;
    private final Feed feed;
    private final TokenBucket throttle;
    private final AtomicInteger turns = new AtomicInteger();
    private final Saver saver;
    private volatile boolean paused;
    private volatile boolean closed;
    private volatile Trouble trouble;

    Courier(Engine engine, Subscription subscription, Feed feed, Saver saver) {
        this.engine = engine;
        this.subscription = subscription;
        this.feed = feed;
        this.saver = saver;
        this.throttle = new TokenBucket("deliveries", engine.bench().clock(),
                () -> subscription.plan().perSecond());
    }

    /** Keeps how far the feed is: a little later, or now. */
    interface Saver {
        void save();
    }

    /** Begins to deliver, if there is something and nobody does yet. Never blocks. */
    void wake() {
        while (!paused && !closed && engine.endpoints().queues().open() && feed.hasWork()) {
            int now = turns.get();
            if (now >= engine.limits().parallel.getAsLong()) {
                return;
            }
            if (turns.compareAndSet(now, now + 1)) {
                engine.workers().submit(this::turn);
                return;
            }
        }
    }

    private void turn() {
        Feed.Turn turn = take();
        if (turn == null) {
            saver.save();
            turns.decrementAndGet();
            wake();
            return;
        }
        wake();
        boolean settled = false;
        try {
            deliver(turn);
            settled = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            if (!settled) {
                again(turn.open(), DEAD_LETTERS_AGAIN);
            }
            saver.save();
            engine.workers().submit(this::turn);
        }
    }

    private Feed.Turn take() {
        boolean taken = false;
        try {
            Feed.Turn turn = mayDeliver() ? feed.take() : null;
            taken = true;
            return turn;
        } finally {
            if (!taken) {
                // It is reported by the scheduler; what comes behind is delivered all the same.
                turns.decrementAndGet();
            }
        }
    }

    private boolean mayDeliver() {
        if (closed) {
            return false;
        }
        if (!feed.hasWork() || throttle.tryTake(1)) {
            return true;
        }
        paused = true;
        Duration pause = Duration.ofNanos((long) (NANOS / subscription.plan().perSecond()));
        engine.bench().scheduler().after(pause, "sns throttle", () -> {
            paused = false;
            wake();
        });
        return false;
    }

    private void deliver(Feed.Turn turn) throws InterruptedException {
        Plan plan = subscription.plan();
        Letter letter = subscription.letter(turn.published());
        if (turn.open().dead()) {
            bury(turn.open(), letter, plan);
            return;
        }
        switch (attempt(letter)) {
            case Outcome.Delivered delivered -> {
                trouble = null;
                subscription.delivered(letter);
                feed.done(turn.open());
            }
            case Outcome.Failed failed -> failed(turn.open(), letter, plan, failed);
        }
    }

    private Outcome attempt(Letter letter) throws InterruptedException {
        long began = engine.bench().clock().nanos();
        try {
            engine.bench().faults().gate("sns", "deliver", subscription.topicName(),
                    Errors.throttled());
        } catch (AwsError e) {
            return new Outcome.Failed(e.code(), e.getMessage(), false);
        }
        Outcome outcome = subscription.endpoint().deliver(letter);
        double scale = engine.bench().clock().scale();
        if (scale > 0) {
            subscription.out().latency((long) ((engine.bench().clock().nanos() - began) / scale));
        }
        return outcome;
    }

    private void failed(Open open, Letter letter, Plan plan, Outcome.Failed why) throws InterruptedException {
        subscription.out().error(1);
        Optional<Duration> pause = why.permanent() ? Optional.empty() : plan.retries().pause(open.fail());
        if (pause.isPresent()) {
            subscription.retried();
            note(why, pause.get());
            again(open, pause.get());
            return;
        }
        subscription.failed();
        subscription.tell("delivery-failed", why.code() + ": " + why.message() + "; message " + letter.id()
                + (plan.deadLetters() == null ? " is lost" : " goes to " + plan.deadLetters()));
        open.die();
        bury(open, letter, plan);
    }

    private void note(Outcome.Failed why, Duration pause) {
        Instant now = engine.bench().clock().now();
        Trouble before = trouble;
        trouble = new Trouble(why.code(), why.message(), before == null ? now : before.since(), now.plus(pause));
        if (before == null) {
            subscription.tell("delivery-retried", why.code() + ": " + why.message() + "; again in "
                    + pause.toSeconds() + " s");
        }
    }

    private void bury(Open open, Letter letter, Plan plan) throws InterruptedException {
        if (plan.deadLetters() == null) {
            feed.done(open);
            return;
        }
        switch (engine.deadLetters().send(Arn.parse(letter.topic()), plan.deadLetters(), letter)) {
            case Outcome.Delivered delivered -> {
                subscription.redriven(true);
                feed.done(open);
            }
            case Outcome.Failed failed when failed.permanent() -> {
                subscription.redriven(false);
                subscription.tell("message-lost", plan.deadLetters() + " doesn't take message " + letter.id() + ": "
                        + failed.code() + ": " + failed.message());
                feed.done(open);
            }
            case Outcome.Failed failed -> again(open, DEAD_LETTERS_AGAIN);
        }
    }

    private void again(Open open, Duration pause) {
        if (pause.isZero()) {
            feed.again(open);
            return;
        }
        engine.bench().scheduler().after(pause, "sns retry", () -> {
            feed.again(open);
            wake();
        });
    }

    /** What holds deliveries up, if anything does. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    Feed feed() {
        return feed;
    }

    @Override
    public void close() {
        closed = true;
        feed.close();
    }
}
