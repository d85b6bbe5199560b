package org.aforo.service.queues.internal;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FifoTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders.fifo");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aGroupIsGivenInOrderAndBlockedWhileInFlight() {
        sendTo(queue, "g", "a", "b", "c");
        sendTo(queue, "h", "x");

        List<Received> two = receive(queue, 2);
        assertThat(bodies(two)).containsExactly("a", "b");
        assertThat(queue.groups(10)).extracting(GroupState::groupId, GroupState::blocked)
                .containsExactly(tuple("g", true),
                        tuple("h", false));
        assertThat(bodies(receive(queue, 10))).containsExactly("x");
        assertThat(queue.counts().blocked()).isEqualTo(1);
        assertThat(queue.counts().busy()).isEqualTo(2);

        queue.delete(List.of(two.get(0).receiptHandle()));
        assertThat(receive(queue, 10)).as("b is in flight yet").isEmpty();
        queue.delete(List.of(two.get(1).receiptHandle()));
        assertThat(queue.counts().busy()).as("h's only").isEqualTo(1);
        assertThat(bodies(receive(queue, 10))).containsExactly("c");
        engine.seconds(30);
        assertThat(queue.counts().busy()).isZero();
    }

    @Test
    void aReceiveTakesOfOneGroupAsManyAsItCanAndThenOfOthers() {
        sendTo(queue, "g", "g1");
        sendTo(queue, "h", "h1");
        sendTo(queue, "g", "g2");
        sendTo(queue, "i", "i1");

        assertThat(bodies(receive(queue, 3))).containsExactly("g1", "g2", "h1");
    }

    @Test
    void whatComesBackComesFirstAndInOrder() {
        sendTo(queue, "g", "a", "b", "c");
        List<Received> two = receive(queue, 2);
        queue.changeVisibility(List.of(new VisibilityChange(two.get(1).receiptHandle(), 0)));
        assertThat(receive(queue, 1)).as("a is in flight yet").isEmpty();

        queue.changeVisibility(List.of(new VisibilityChange(two.get(0).receiptHandle(), 0)));

        assertThat(bodies(receive(queue, 10))).containsExactly("a", "b", "c");
    }

    @Test
    void sequenceNumbersGrowWithinTwentyDigits() {
        List<String> numbers = sendTo(queue, "g", "a", "b").stream().map(Sent::sequenceNumber).toList();

        assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{20}"));
        assertThat(receive(queue, 10)).extracting(Received::sequenceNumber).isEqualTo(numbers);
    }

    @Test
    void aHandleWhoseTimeIsOverHasExpired() {
        sendTo(queue, "g", "a");
        String handle = handle(receive(queue, 1));
        engine.seconds(30);

        assertThat(queue.delete(List.of(handle)).getFirst()).hasMessageEndingWith("The receipt handle has expired.");
        assertThat(receive(queue, 1)).hasSize(1);
        assertThat(queue.delete(List.of(handle)).getFirst()).hasMessageEndingWith("The receipt handle has expired.");
    }

    @Test
    void threeHundredCallsOfAKindASecond() {
        for (int i = 0; i < 300; i++) {
            sendTo(queue, "g", "m" + i);
        }
        assertThat(refused(() -> sendTo(queue, "g", "more")).code()).isEqualTo("RequestThrottled");
        assertThat(receive(queue, 10)).hasSize(10);

        engine.seconds(1);
        assertThat(sendTo(queue, "g", "more")).hasSize(1);
    }

    @Test
    void inHighThroughputModeEachGroupHasAsMany() {
        Queue fast = engine.queue("fast.fifo", EngineBench.Draft::highThroughput);
        for (int i = 0; i < 300; i++) {
            sendTo(fast, "g", "m" + i);
        }

        assertThat(refused(() -> sendTo(fast, "g", "more")).code()).isEqualTo("RequestThrottled");
        assertThat(sendTo(fast, "h", "other")).hasSize(1);
    }

    @Test
    void tooManyInFlightAreToldOfByNoError() {
        engine.bench.bench().quotas().override("sqs.fifo-in-flight", 2L);
        sendTo(queue, "g", "a", "b", "c");
        sendTo(queue, "h", "x");

        assertThat(receive(queue, 10)).hasSize(2);
        assertThat(receive(queue, 10)).isEmpty();
    }
}
