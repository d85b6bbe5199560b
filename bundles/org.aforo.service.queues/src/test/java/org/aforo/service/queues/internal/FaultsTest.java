package org.aforo.service.queues.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class FaultsTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    private void inject(Effect effect, double rate, long seed) {
        engine.bench.bench().faults()
                .inject(new Fault(null, "sqs", "ReceiveMessage", "*", effect, rate, seed, null));
    }

    private List<String> drain(Queue queue) {
        List<String> all = new ArrayList<>();
        for (List<Received> got = receive(queue, 1); !got.isEmpty(); got = receive(queue, 1)) {
            all.addAll(bodies(got));
        }
        return all;
    }

    private Queue filled(String name) {
        Queue queue = engine.queue(name);
        for (int i = 0; i < 100; i++) {
            send(queue, "m" + i);
        }
        return queue;
    }

    @Test
    void messagesCanBeGivenTwice() {
        inject(new Effect.Duplicate(), 0.3, 7);

        List<String> got = drain(filled("orders"));

        assertThat(got).hasSizeGreaterThan(110);
        assertThat(new HashSet<>(got)).hasSize(100);
    }

    @Test
    void whatIsDeletedAtOnceCanComeOnceMore() throws Exception {
        inject(new Effect.Duplicate(), 0.3, 7);
        Queue queue = filled("orders");
        List<String> got = new ArrayList<>();
        for (List<Received> some = receive(queue, 10); !some.isEmpty(); some = receive(queue, 10)) {
            got.addAll(bodies(some));
            queue.delete(some.stream().map(Received::receiptHandle).toList());
        }

        assertThat(got).hasSizeGreaterThan(110);
        assertThat(new HashSet<>(got)).hasSize(100);
        engine.bench.bench().faults().clear();
        engine.advance(Duration.ofMinutes(1));
        assertThat(receive(queue, 10)).isEmpty();
    }

    @Test
    void messagesCanComeOutOfOrderAndTheSameSeedGivesTheSame() {
        inject(new Effect.Reorder(5), 0.5, 42);
        List<String> first = drain(filled("one"));
        engine.bench.bench().faults().clear();
        inject(new Effect.Reorder(5), 0.5, 42);
        List<String> second = drain(filled("two"));

        assertThat(first).hasSize(100).doesNotHaveDuplicates().isEqualTo(second);
        assertThat(first.indexOf("m0")).isBetween(0, 20);
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            inOrder.add("m" + i);
        }
        assertThat(first).isNotEqualTo(inOrder);
    }

    @Test
    void aFifoQueueKeepsItsWord() {
        inject(new Effect.Duplicate(), 1, 7);
        inject(new Effect.Reorder(5), 1, 7);
        Queue queue = engine.queue("orders.fifo");
        sendTo(queue, "g", "a", "b", "c");

        assertThat(bodies(receive(queue, 10))).containsExactly("a", "b", "c");
        assertThat(receive(queue, 10)).isEmpty();
    }
}
