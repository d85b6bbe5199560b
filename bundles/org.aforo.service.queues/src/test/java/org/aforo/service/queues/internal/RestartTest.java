package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class RestartTest {

    private final EngineBench engine = EngineBench.unlimited();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatWasSentIsThereAndWhatWasDeletedIsNot() {
        Queue queue = engine.queue("orders");
        send(queue, "a", "b", "c", "d");
        List<Received> received = receive(queue, 2);
        queue.delete(List.of(received.getFirst().receiptHandle()));

        engine.restart();

        queue = engine.again("orders");
        assertThat(bodies(receive(queue, 10))).containsExactly("c", "d");
        assertThat(queue.counts().inFlight()).isEqualTo(3);
        engine.seconds(30);
        assertThat(bodies(receive(queue, 10))).containsExactly("b", "c", "d");
    }

    @Test
    void handlesAndCountsOutliveTheProcess() {
        Queue queue = engine.queue("orders");
        String id = send(queue, "a").getFirst().messageId();
        Received before = receive(queue, 1).getFirst();

        engine.restart();
        queue = engine.again("orders");
        engine.seconds(30);
        Received after = receive(queue, 1).getFirst();

        assertThat(after.messageId()).isEqualTo(id);
        assertThat(after.receiveCount()).isEqualTo(2);
        assertThat(after.firstReceivedAt()).isEqualTo(before.firstReceivedAt());
        queue.delete(List.of(after.receiptHandle()));
        assertThat(queue.counts().inFlight()).isZero();
    }

    @Test
    void attributesComeBackAsTheyWent() {
        Queue queue = engine.queue("orders");
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
        Map<String, MessageAttribute> attributes = Map.of("n", new MessageAttribute("Number.int", "7", null), "b",
                new MessageAttribute("Binary", null, bytes), "e", new MessageAttribute("Binary", null,
                        ByteBuffer.allocate(0)));
        queue.send(List.of(new Outgoing("häuser 🏠", attributes, "Root=1", 5, "g", null, "AIDA")));

        engine.restart();
        assertThat(engine.again("orders").counts().delayed()).isEqualTo(1);
        engine.seconds(5);
        StoredMessage got = receive(engine.again("orders"), 1).getFirst().message();

        assertThat(got.body()).isEqualTo("häuser 🏠");
        assertThat(got.attributes()).isEqualTo(attributes);
        assertThat(got).extracting(StoredMessage::traceHeader, StoredMessage::groupId, StoredMessage::senderId,
                StoredMessage::dedupId).containsExactly("Root=1", "g", "AIDA", null);
    }

    @Test
    void aFifoQueueKnowsItsOrderAndItsDuplicates() {
        Queue queue = engine.queue("orders.fifo");
        List<Sent> sent = sendTo(queue, "g", "a", "b", "c");
        queue.delete(List.of(handle(receive(queue, 1))));

        engine.restart();
        queue = engine.again("orders.fifo");

        assertThat(sendTo(queue, "g", "a")).containsExactly(sent.getFirst());
        assertThat(bodies(receive(queue, 10))).containsExactly("b", "c");
    }

    @Test
    void aPurgedQueueIsEmptyYet() {
        Queue queue = engine.queue("orders");
        send(queue, "a", "b");
        receive(queue, 1);
        engine.queues.purge(queue.fullName());
        send(queue, "c");

        engine.restart();

        assertThat(bodies(receive(engine.again("orders"), 10))).containsExactly("c");
    }

    @Test
    void expiredMessagesDoNotComeBackWhenMoreTimeIsGiven() {
        Queue queue = engine.queue("orders", draft -> draft.retention(60));
        send(queue, "a");
        engine.seconds(60);
        engine.change(queue, draft -> draft.retention(3_600));

        engine.restart();

        assertThat(engine.again("orders").counts().visible()).isZero();
    }

    @Test
    void whatWasNotedOnlyBeforeChangesWereRewrittenIsKnown() {
        Queue queue = engine.queue("orders");
        for (int i = 0; i < 300; i++) {
            send(queue, "m" + i);
        }
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            received.addAll(receive(queue, 10));
        }
        queue.delete(received.subList(50, 150).stream().map(Received::receiptHandle).toList());
        long before = changes(queue);

        queue.core().upkeep().rewriteChanges();
        assertThat(changes(queue)).isLessThan(before);
        queue.delete(List.of(received.get(199).receiptHandle()));
        engine.restart();

        queue = engine.again("orders");
        assertThat(queue.counts()).extracting(QueueCounts::visible, QueueCounts::inFlight).containsExactly(100L, 99L);
        engine.advance(Duration.ofSeconds(30));
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            left.addAll(bodies(receive(queue, 10)));
        }
        assertThat(left).hasSize(199).doesNotContain("m50", "m149", "m199").contains("m49", "m150", "m299");
    }

    private static long changes(Queue queue) {
        return queue.core().store.changes();
    }
}
