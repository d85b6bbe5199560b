package org.aforo.service.queues.internal;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void messagesAreKeptByTheClockWhateverTheirState() {
        Queue queue = engine.queue("orders", draft -> draft.retention(60).visibility(600));
        send(queue, "in flight", "waiting");
        String handle = handle(receive(queue, 1));
        engine.seconds(30);
        send(queue, "younger");
        assertThat(queue.counts().oldestMillis()).isEqualTo(30_000);

        engine.seconds(29);
        assertThat(queue.counts()).extracting(QueueCounts::visible, QueueCounts::inFlight).containsExactly(2L, 1L);
        engine.seconds(1);
        assertThat(queue.counts()).extracting(QueueCounts::visible, QueueCounts::inFlight).containsExactly(1L, 0L);

        assertThat(queue.delete(List.of(handle))).containsOnlyNulls();
        assertThat(bodies(receive(queue, 10))).containsExactly("younger");
    }

    @Test
    void ofAShorterRetentionOldMessagesAreGoneAtOnce() {
        Queue queue = engine.queue("orders");
        send(queue, "a");
        engine.seconds(100);

        engine.change(queue, draft -> draft.retention(60));

        engine.seconds(0);
        assertThat(receive(queue, 1)).isEmpty();
    }

    @Test
    void aGroupGoesOnWhenItsMessageInFlightExpires() {
        Queue queue = engine.queue("orders.fifo", draft -> draft.retention(60).visibility(600));
        sendTo(queue, "g", "a");
        receive(queue, 1);
        engine.seconds(30);
        sendTo(queue, "g", "b");
        assertThat(receive(queue, 1)).isEmpty();

        engine.seconds(30);

        assertThat(bodies(receive(queue, 1))).containsExactly("b");
    }
}
