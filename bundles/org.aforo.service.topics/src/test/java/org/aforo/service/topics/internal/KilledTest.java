package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bench delivers that follows one that was killed or stopped. */
class KilledTest {

    private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Test
    void everythingAcknowledgedIsDelivered() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", RAW);
        sns.publish(topic, "delivered");
        sns.advance(Duration.ofSeconds(2));
        List<String> all = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        all.forEach(each -> sns.publish(topic, each));

        try (Sns next = Sns.after(sns.snapshot())) {
            next.settle();

            assertThat(next.queues.bodies("q")).containsExactlyElementsOf(all);
        }
    }

    @Test
    void whatWasDeliveredJustBeforeMayComeAgain() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", RAW);
        sns.publish(topic, "a");
        sns.settle();
        assertThat(sns.queues.bodies("q")).containsExactly("a");

        try (Sns next = Sns.after(sns.snapshot())) {
            next.publish(topic, "b");
            next.settle();

            assertThat(next.queues.bodies("q")).containsExactly("a", "b");
        }
    }

    @Test
    void whatWaitsToBeTriedAgainIsTriedAgain() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", RAW);
        sns.queues.busy(input -> input.messageBody().equals("stuck"));
        sns.publish(topic, "stuck");
        IntStream.range(0, 20).forEach(i -> sns.publish(topic, "m" + i));
        sns.advance(Duration.ofSeconds(2));
        assertThat(sns.queues.bodies("q")).hasSize(20);

        try (Sns next = Sns.after(sns.snapshot())) {
            next.settle();

            assertThat(next.queues.bodies("q")).as("what was delivered is known").containsExactly("stuck");
        }
    }

    @Test
    void stoppingInOrderRepeatsNothing() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", RAW);
        sns.publish(topic, "a");
        sns.settle();
        sns.publish(topic, "b");

        sns.bench.restart();
        sns.settle();

        assertThat(sns.queues.bodies("q")).containsExactly("a", "b");
    }

    @Test
    void messagesAreDroppedWhenNobodyNeedsThem() {
        String topic = sns.topic("t");
        sns.bench.bench().quotas().override("sns.kept-messages", 5L);
        sns.queue(topic, "q", RAW);
        IntStream.range(0, 50).forEach(i -> sns.publish(topic, "m" + i));
        sns.advance(Duration.ofSeconds(2));

        assertThat(sns.resource(topic).buffers().getFirst().records()).isEqualTo(5);
    }

    @Test
    void messagesThatSomebodyNeedsAreKept() {
        String topic = sns.topic("t");
        sns.bench.bench().quotas().override("sns.kept-messages", 5L);
        sns.queue(topic, "q", RAW);
        sns.queue(topic, "slow", RAW);
        sns.queues.busy(input -> input.queue().equals("slow"));
        IntStream.range(0, 50).forEach(i -> sns.publish(topic, "m" + i));
        sns.advance(Duration.ofSeconds(2));
        assertThat(sns.resource(topic).buffers().getFirst().records()).isEqualTo(50);

        sns.queues.busy(input -> false);
        sns.advance(Duration.ofMinutes(1));

        assertThat(sns.queues.bodies("slow")).hasSize(50);
        assertThat(sns.resource(topic).buffers().getFirst().records()).isEqualTo(5);
    }

    @Test
    void aTopicThatHoldsTooMuchTakesNoMore() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", RAW);
        sns.bench.bench().quotas().override("sns.backlog-bytes", 1000L);
        sns.publish(topic, "x".repeat(2000));

        assertThat(sns.refused("Publish", Map.of("TopicArn", topic, "Message", "m")).code())
                .isEqualTo("ThrottlingException");
        assertThat(sns.resource(topic).in().snapshot().throttles()).isEqualTo(1);
    }
}
