package org.aforo.service.queues.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.aforo.api.flow.RecordPeek.Look;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class PeekTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<String> texts(Look look) {
        return look.records().stream().map(record -> StandardCharsets.UTF_8.decode(record.data()).toString()).toList();
    }

    @Test
    void messagesAreSeenWhateverTheirStateAndNothingChanges() {
        send(queue, "a", "b", "c");
        receive(queue, 1);
        QueueCounts before = queue.counts();

        Look look = queue.peek().after("0", 2);
        assertThat(texts(look)).containsExactly("a", "b");
        assertThat(look.records()).extracting(record -> record.attributes().get("State"))
                .containsExactly("in flight until 2026-01-31T22:30:30Z", "visible");
        assertThat(texts(queue.peek().after(look.position(), 10))).containsExactly("c");
        assertThat(texts(queue.peek().latest(2))).containsExactly("b", "c");
        assertThat(queue.peek().after(queue.peek().latest(1).position(), 10).records()).isEmpty();

        assertThat(queue.counts()).isEqualTo(before);
        assertThat(receive(queue, 10)).extracting(Received::receiveCount).containsExactly(1, 1);
    }

    @Test
    void whatIsSeenCanBeDiscardedMovedAndResent() {
        Queue other = engine.queue("other");
        send(queue, "a", "b", "c");
        List<Long> numbers = queue.peek().after("0", 10).records().stream().map(PeekTest::number).toList();

        assertThat(queue.discard(List.of(numbers.get(0), 99L))).isEqualTo(1);
        assertThat(queue.move(List.of(numbers.get(1)), other)).isEqualTo(1);
        assertThat(queue.move(List.of(numbers.get(2)), queue)).isEqualTo(1);

        assertThat(bodies(receive(other, 10))).containsExactly("b");
        assertThat(texts(queue.peek().after("0", 10))).containsExactly("c");
        assertThat(number(queue.peek().latest(1).records().getFirst())).isEqualTo(3);
    }

    @Test
    void messagesOfABlockedGroupAreMarked() {
        Queue fifo = engine.queue("orders.fifo");
        sendTo(fifo, "g", "a", "b");
        sendTo(fifo, "h", "c");
        receive(fifo, 1);

        assertThat(fifo.peek().after("0", 10).records()).extracting(record -> record.attributes().get("State"))
                .containsExactly("in flight until 2026-01-31T22:30:30Z", "visible, but its group is blocked",
                        "visible");
    }

    private static long number(Peeked record) {
        return Long.parseLong(record.attributes().get("Number"));
    }

    @Test
    void whatIsNoPositionIsTold() {
        assertThat(refused(() -> queue.peek().after("x", 1)).code()).isEqualTo("InvalidArgumentException");
    }
}
