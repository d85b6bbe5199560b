package org.aforo.service.topics.internal.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * When a delivery that failed is tried again: at once, at short intervals, at growing ones, at long ones, and no more.
 * AWS adds some chance to the pauses; here they are exact.
 *
 * @param immediate retries without a pause
 * @param before    retries {@code shortest} apart, before the pauses grow
 * @param growing   retries with growing pauses
 * @param after     retries {@code longest} apart
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Delivery retries</a>
 */
public record RetryPolicy(int immediate, int before, int growing, int after, Duration shortest, Duration longest,
        Backoff backoff) {

    /** For what AWS runs itself: queues, functions, delivery streams. 100,015 retries in 23 days. */
    public static final RetryPolicy MANAGED = new RetryPolicy(3, 2, 10, 100_000, Duration.ofSeconds(1),
            Duration.ofSeconds(20), Backoff.EXPONENTIAL);

    /** For e-mail and text messages: 50 in 6 hours. */
    public static final RetryPolicy CUSTOMER = new RetryPolicy(0, 2, 10, 38, Duration.ofSeconds(10),
            Duration.ofSeconds(600), Backoff.EXPONENTIAL);

    /** How pauses grow from the shortest to the longest; all begin and end alike. */
    public enum Backoff {
        /** By the same amount each. */
        LINEAR,
        /** By an amount that grows by the same. */
        ARITHMETIC,
        /** By the same factor each. */
        GEOMETRIC,
        /** By an amount that doubles. */
        EXPONENTIAL;

        /** How far it has come, from 0 to 1, after {@code done} of {@code all} steps. */
        private double share(int done, int all, double ratio) {
            double part = (double) done / all;
            return switch (this) {
                case LINEAR -> part;
                case ARITHMETIC -> done * (done + 1.0) / (all * (all + 1.0));
                case GEOMETRIC -> ratio == 1 ? part : (Math.pow(ratio, part) - 1) / (ratio - 1);
                case EXPONENTIAL -> Math.expm1(done * Math.log(2)) / Math.expm1(all * Math.log(2));
            };
        }
    }

    /** The pause before the next attempt, or nothing when there is to be none. */
    public Optional<Duration> pause(int failures) {
        int retry = failures - 1;
        if (retry < immediate) {
            return Optional.of(Duration.ZERO);
        }
        retry -= immediate;
        if (retry < before) {
            return Optional.of(shortest);
        }
        retry -= before;
        if (retry < growing) {
            return Optional.of(grown(retry));
        }
        return retry - growing < after ? Optional.of(longest) : Optional.empty();
    }

    private Duration grown(int retry) {
        if (growing == 1) {
            return shortest;
        }
        double ratio = (double) longest.toMillis() / Math.max(1, shortest.toMillis());
        double share = backoff.share(retry, growing - 1, ratio);
        return shortest.plusMillis(Math.round(share * longest.minus(shortest).toMillis()));
    }

    /** All pauses together. */
    Duration total() {
        Duration total = Duration.ZERO;
        for (int failures = 1; failures <= immediate + before + growing + after; failures++) {
            total = total.plus(pause(failures).orElseThrow());
        }
        return total;
    }
}
