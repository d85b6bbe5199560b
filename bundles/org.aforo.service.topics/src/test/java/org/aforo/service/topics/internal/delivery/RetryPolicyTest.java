package org.aforo.service.topics.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.aforo.service.topics.internal.delivery.RetryPolicy.Backoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When deliveries are tried again. */
class RetryPolicyTest {

    @Test
    void queuesAreTriedForTwentyThreeDays() {
        RetryPolicy policy = RetryPolicy.MANAGED;

        assertThat(seconds(policy, 6)).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0, 1.0);
        assertThat(policy.pause(15)).contains(Duration.ofSeconds(20));
        assertThat(policy.pause(100_015)).contains(Duration.ofSeconds(20));
        assertThat(policy.pause(100_016)).isEmpty();
        assertThat(policy.total()).isBetween(Duration.ofDays(23), Duration.ofDays(24));
    }

    @Test
    void mailIsTriedForSixHours() {
        assertThat(IntStream.rangeClosed(1, 50).allMatch(i -> RetryPolicy.CUSTOMER.pause(i).isPresent())).isTrue();
        assertThat(RetryPolicy.CUSTOMER.pause(51)).isEmpty();
        assertThat(RetryPolicy.CUSTOMER.total()).isBetween(Duration.ofHours(6), Duration.ofHours(8));
    }

    @ParameterizedTest
    @EnumSource
    void pausesGrowFromTheShortestToTheLongest(Backoff backoff) {
        RetryPolicy policy = new RetryPolicy(0, 0, 10, 0, Duration.ofSeconds(2), Duration.ofSeconds(50), backoff);

        List<Double> pauses = seconds(policy, 10);

        assertThat(pauses).isSorted().startsWith(2.0).endsWith(50.0);
        assertThat(policy.pause(11)).isEmpty();
    }

    @Test
    void theSlowerItBeginsTheFasterItGrows() {
        double[] middle = new double[Backoff.values().length];
        for (Backoff backoff : Backoff.values()) {
            middle[backoff.ordinal()] = seconds(new RetryPolicy(0, 0, 11, 0, Duration.ofSeconds(1),
                    Duration.ofSeconds(100), backoff), 6).getLast();
        }

        assertThat(middle[Backoff.LINEAR.ordinal()]).isEqualTo(50.5);
        assertThat(middle).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static List<Double> seconds(RetryPolicy policy, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> policy.pause(i).orElseThrow().toMillis() / 1000.0)
                .toList();
    }
}
