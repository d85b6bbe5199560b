package org.aforo.service.queues.internal;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.delayed;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;

class PurgeTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void allMessagesGoWhateverTheirState() {
        send(queue, "a", "b");
        queue.send(List.of(delayed("c", 100)));
        String handle = handle(receive(queue, 1));

        engine.queues.purge(queue.fullName());

        assertThat(queue.counts())
                .isEqualTo(new QueueCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, new QueueCounts.Quiet(0, 0, 0, 0)));
        assertThat(queue.delete(List.of(handle))).containsOnlyNulls();
        send(queue, "after");
        engine.seconds(200);
        assertThat(bodies(receive(queue, 10))).containsExactly("after");
    }

    @Test
    void onceAMinute() {
        engine.queues.purge(queue.fullName());
        engine.seconds(30);
        engine.restart();
        engine.seconds(29);
        assertThat(refused(() -> engine.queues.purge(queue.fullName())).code()).isEqualTo("PurgeQueueInProgress");
        engine.seconds(1);

        engine.queues.purge(queue.fullName());
    }
}
