package org.aforo.service.queues.internal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.of;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class DeduplicationTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aDuplicateIsAnsweredAsTheFirstForFiveMinutes() {
        Queue queue = engine.queue("orders.fifo");
        Sent first = sendTo(queue, "g", "a").getFirst();
        queue.delete(List.of(handle(receive(queue, 1))));
        engine.seconds(299);
        assertThat(sendTo(queue, "g", "a")).containsExactly(first);
        assertThat(sendTo(queue, "h", "a")).as("ids are the whole queue's").containsExactly(first);
        assertThat(receive(queue, 1)).isEmpty();

        engine.seconds(1);

        assertThat(sendTo(queue, "g", "a")).doesNotContain(first);
        assertThat(receive(queue, 1)).hasSize(1);
        assertThat(queue.figures().deduplicated.draw().sum()).isEqualTo(2);
    }

    @Test
    void withinABatchToo() {
        Queue queue = engine.queue("orders.fifo");

        List<Sent> sent = queue.send(List.of(of("g", "a"), of("g", "b"), of("g", "a")));

        assertThat(sent.get(2)).isEqualTo(sent.get(0));
        assertThat(bodies(receive(queue, 10))).containsExactly("a", "b");
    }

    @Test
    void idsCanBeEachGroupsOwn() {
        Queue queue = engine.queue("orders.fifo", EngineBench.Draft::highThroughput);

        sendTo(queue, "g", "a", "a");
        sendTo(queue, "h", "a");

        assertThat(queue.counts().visible()).isEqualTo(2);
    }

    @Test
    void aBodysHashIsTheIdWhereNoneIsGiven() {
        Queue queue = engine.queue("orders.fifo");
        Outgoing message = new Outgoing("a", Map.of(), null, null, "g", null, "me");

        queue.send(List.of(message, message));

        List<Received> received = receive(queue, 10);
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().message().dedupId())
                .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    }
}
