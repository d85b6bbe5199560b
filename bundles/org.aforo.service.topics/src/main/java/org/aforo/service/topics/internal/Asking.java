package org.aforo.service.topics.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.aforo.service.topics.internal.delivery.Letter;
import org.aforo.service.topics.internal.delivery.Outcome;

/**
 * Asks an endpoint to confirm its subscription, or tells it that it was ended; again by its retry policy until it was
 * told, as long as what it is told is so.
 *
 * @param told is given the subscription once its endpoint was told
 */
record Asking(Engine engine, Subscription subscription, Letter.Type type, String token,
        Consumer<Subscription> told) {

    /** Begins. Never blocks. */
    void start() {
        String id = UUID.randomUUID().toString();
        Letter letter = Letter.asking(type, id, subscription.meta().topic(), subscription.arn().toString(), token,
                engine.bench().clock().now(), subscription.plan().style(engine.base().get()));
        engine.workers().submit(() -> attempt(letter, 0));
    }

    private void attempt(Letter letter, int failures) {
        if (!token.equals(subscription.meta().token())) {
            return;
        }
        try {
            switch (subscription.endpoint().deliver(letter)) {
                case Outcome.Delivered delivered -> told.accept(subscription);
                case Outcome.Failed failed -> failed(letter, failures + 1, failed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Letter letter, int failures, Outcome.Failed why) {
        Optional<Duration> pause = why.permanent() ? Optional.empty()
                : subscription.plan().retries().pause(failures);
        subscription.tell("confirmation-failed", type.wire() + " can't be delivered: " + why.code() + ": "
                + why.message() + pause.map(p -> "; again in " + p.toSeconds() + " s").orElse("; no more attempts"));
        pause.ifPresent(p -> engine.bench().scheduler().after(p, "sns confirmation",
                () -> engine.workers().submit(() -> attempt(letter, failures))));
    }
}
