package org.aforo.service.queues.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;

class OverLimitTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void soManyMessagesMayBeInFlight() {
        engine.bench.bench().quotas().override("sqs.in-flight", 3L);
        send(queue, "a", "b", "c", "d");

        List<Received> three = receive(queue, 10);
        assertThat(three).hasSize(3);
        assertThat(refused(() -> receive(queue, 1)).code()).isEqualTo("OverLimit");

        queue.delete(List.of(three.getFirst().receiptHandle()));
        assertThat(bodies(receive(queue, 10))).containsExactly("d");
    }

    @Test
    void aPollWaitsUntilThereIsRoom() {
        engine.bench.bench().quotas().override("sqs.in-flight", 1L);
        send(queue, "a", "b");
        List<Received> one = receive(queue, 1);
        CompletableFuture<List<Received>> poll = engine.poll(queue, 1, 20);

        queue.delete(List.of(one.getFirst().receiptHandle()));

        assertThat(bodies(poll.join())).containsExactly("b");
    }
}
