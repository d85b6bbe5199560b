package org.aforo.service.queues.internal;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.delayed;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class DelayTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aMessageOrItsQueueDelaysIt() {
        Queue queue = engine.queue("orders", draft -> draft.delay(10));
        send(queue, "queue's");
        queue.send(List.of(delayed("own", 20), delayed("at once", 0)));

        assertThat(bodies(receive(queue, 10))).containsExactly("at once");
        assertThat(queue.counts().delayed()).isEqualTo(2);
        engine.seconds(10);
        assertThat(bodies(receive(queue, 10))).containsExactly("queue's");
        engine.seconds(9);
        assertThat(receive(queue, 10)).isEmpty();
        engine.seconds(1);
        assertThat(bodies(receive(queue, 10))).containsExactly("own");
    }

    @Test
    void aStandardQueuesNewDelayIsForNewMessages() {
        Queue queue = engine.queue("orders", draft -> draft.delay(10));
        send(queue, "before");
        engine.change(queue, draft -> draft.delay(100));
        send(queue, "after");

        engine.seconds(10);

        assertThat(bodies(receive(queue, 10))).containsExactly("before");
    }

    @Test
    void aFifoQueuesNewDelayIsForAllMessages() {
        Queue queue = engine.queue("orders.fifo", draft -> draft.delay(10));
        sendTo(queue, "g", "before");
        engine.change(queue, draft -> draft.delay(100));

        engine.seconds(99);
        assertThat(receive(queue, 10)).isEmpty();
        engine.seconds(1);
        assertThat(bodies(receive(queue, 10))).containsExactly("before");
    }

    @Test
    void aDelayedMessageHoldsUpItsGroup() {
        Queue queue = engine.queue("orders.fifo", draft -> draft.delay(10));
        sendTo(queue, "g", "first");
        engine.seconds(5);
        sendTo(queue, "g", "second");
        engine.seconds(5);
        assertThat(bodies(receive(queue, 10))).containsExactly("first");
    }
}
