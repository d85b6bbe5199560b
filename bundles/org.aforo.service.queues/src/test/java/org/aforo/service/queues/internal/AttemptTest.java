package org.aforo.service.queues.internal;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class AttemptTest {

    private static final ReceiveSpec ATTEMPT = new ReceiveSpec(2, 0, null, "attempt 1");

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders.fifo");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aRepeatedReceiveGetsTheSameAgainAndHidesItAnew() {
        sendTo(queue, "g", "a", "b", "c");
        List<Received> first = receive(queue, ATTEMPT);
        engine.seconds(20);

        assertThat(receive(queue, ATTEMPT)).isEqualTo(first);

        engine.seconds(20);
        assertThat(queue.counts().inFlight()).isEqualTo(2);
        assertThat(queue.delete(first.stream().map(Received::receiptHandle).toList())).containsOnlyNulls();
    }

    @Test
    void oncePartOfItWasTouchedItCannotBeRepeated() {
        sendTo(queue, "g", "a", "b");
        List<Received> first = receive(queue, ATTEMPT);
        queue.delete(List.of(first.getFirst().receiptHandle()));

        assertThat(refused(() -> receive(queue, ATTEMPT))).hasMessageContaining("is not retryable");
    }

    @Test
    void afterTheVisibilityTimeoutItIsANewReceive() {
        sendTo(queue, "g", "a", "b");
        List<Received> first = receive(queue, ATTEMPT);
        engine.seconds(30);

        List<Received> second = receive(queue, ATTEMPT);

        assertThat(second).extracting(Received::receiveCount).containsExactly(2, 2);
        assertThat(second).doesNotContainAnyElementsOf(first);
    }

    @Test
    void onlySoManyAreRemembered() {
        Message message = new Message(0, 0, 0, 1, new MessageGroup("g"));
        message.state = Message.State.IN_FLIGHT;
        message.received(0);
        Attempts attempts = new Attempts(2);
        for (String id : List.of("a", "b", "c")) {
            attempts.note(id, List.of(Picked.of(message)), 0);
        }

        assertThat(attempts.repeat("a", 1)).isNull();
        assertThat(attempts.repeat("b", 1)).hasSize(1);
        assertThat(attempts.repeat("c", 1)).hasSize(1);
    }
}
