package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class SpaceTest {

    private final EngineBench engine = EngineBench.unlimited();

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<Received> takeAll(Queue queue) {
        List<Received> all = new ArrayList<>();
        for (List<Received> got = receive(queue, 10); !got.isEmpty(); got = receive(queue, 10)) {
            all.addAll(got);
        }
        return all;
    }

    @Test
    void oldMessagesThatHoldMuchDeadSpaceAreStoredAnewAndStayWhatTheyWere() {
        Queue queue = engine.queue("orders", draft -> draft.visibility(100));
        String first = send(queue, "old 0").getFirst().messageId();
        send(queue, "old 1", "old 2");
        Received held = receive(queue, 1).getFirst();
        for (int i = 0; i < 80; i++) {
            send(queue, "x".repeat(1 << 20));
        }
        queue.delete(takeAll(queue).stream().filter(got -> got.message().body().startsWith("x"))
                .map(Received::receiptHandle).toList());
        QueueCore core = queue.core();
        assertThat(core.store.bytes()).isGreaterThan(80 << 20);

        new Upkeep(core, 1 << 20).run();

        assertThat(core.store.bytes()).as("the last segment").isLessThan(20 << 20);
        engine.seconds(50);
        assertThat(queue.changeVisibility(List.of(new VisibilityChange(held.receiptHandle(), 20)))).containsOnlyNulls();
        send(queue, "new");
        engine.restart();
        Queue again = engine.again("orders");
        engine.seconds(50);
        List<Received> all = takeAll(again);
        assertThat(bodies(all)).containsExactlyInAnyOrder("old 0", "old 1", "old 2", "new");
        Received old = all.stream().filter(got -> got.message().body().equals("old 0")).findFirst().orElseThrow();
        assertThat(old.messageId()).isEqualTo(first);
        assertThat(old.receiveCount()).isEqualTo(2);
        assertThat(old.firstReceivedAt()).isEqualTo(held.firstReceivedAt());

        again.delete(all.stream().map(Received::receiptHandle).toList());
        again.core().upkeep().rewriteChanges();
        engine.restart();
        assertThat(engine.again("orders").counts().oldestMillis()).as("none is back").isZero();
    }

    @Test
    void spaceIsGivenBackAsMessagesGo() {
        Queue queue = engine.queue("orders");
        for (int i = 0; i < 40; i++) {
            send(queue, "x".repeat(1 << 20));
        }
        queue.delete(takeAll(queue).stream().map(Received::receiptHandle).toList());

        queue.core().upkeep().run();

        assertThat(queue.core().store.bytes()).isLessThan(1 << 20);
    }

    @Test
    void aFifoQueueKeepsWhatItsDuplicatesAreKnownBy() {
        Queue queue = engine.queue("orders.fifo");
        Sent sent = sendTo(queue, "g", "a").getFirst();
        queue.delete(List.of(receive(queue, 1).getFirst().receiptHandle()));
        queue.core().upkeep().run();
        engine.restart();
        assertThat(sendTo(engine.again("orders.fifo"), "g", "a")).containsExactly(sent);

        engine.seconds(301);
        engine.again("orders.fifo").core().upkeep().run();

        assertThat(engine.again("orders.fifo").core().store.placeAt(0)).isEqualTo(1);
    }
}
