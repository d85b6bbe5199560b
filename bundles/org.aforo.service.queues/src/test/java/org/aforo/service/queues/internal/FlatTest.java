package org.aforo.service.queues.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.of;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.text;
import static org.assertj.core.api.Assertions.assertThat;

/** That a long backlog makes nothing slower: what a scan would make a thousand times slower isn't even a tenth. */
class FlatTest {

    private static final int ROUNDS = 300;
    private static final int SHORT = 200;
    private static final int LONG = 60_000;

    private final EngineBench engine = EngineBench.unlimited();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aStandardQueueIsNotScanned() {
        assertFlat(engine.queue("short"), engine.queue("long"), i -> text("m" + i));
    }

    @Test
    void aFairQueueIsNotScanned() {
        assertFlat(engine.queue("short"), engine.queue("long"),
                i -> new Outgoing("m" + i, Map.of(), null, null, "g" + i % 5_000, null, "me"));
    }

    @Test
    void aFifoQueueIsNotScanned() {
        assertFlat(engine.queue("short.fifo"), engine.queue("long.fifo"), i -> of("g" + i % 5_000, "m" + i));
    }

    private interface Messages {
        Outgoing get(int number);
    }

    private static void assertFlat(Queue few, Queue many, Messages messages) {
        fill(few, SHORT, messages);
        fill(many, LONG, messages);
        long slow = Long.MAX_VALUE;
        long fast = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            fast = Math.min(fast, work(few, LONG + i * ROUNDS, messages));
            slow = Math.min(slow, work(many, LONG + i * ROUNDS, messages));
        }
        assertThat(slow).as("%d messages, nanoseconds", LONG).isLessThan(10 * fast);
    }

    private static void fill(Queue queue, int count, Messages messages) {
        List<Outgoing> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(messages.get(i));
            if (batch.size() == 100) {
                queue.send(batch);
                batch.clear();
            }
        }
    }

    /** Sends, receives, gives back, receives and deletes. */
    private static long work(Queue queue, int from, Messages messages) {
        long begin = System.nanoTime();
        for (int i = from; i < from + ROUNDS; i++) {
            queue.send(List.of(messages.get(i)));
            Received received = receive(queue, 1).getFirst();
            queue.changeVisibility(List.of(new VisibilityChange(received.receiptHandle(), 0)));
            Received again = receive(queue, 1).getFirst();
            List<AwsError> errors = queue.delete(List.of(again.receiptHandle()));
            assertThat(errors).containsOnlyNulls();
            assertThat(again.message().body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        }
        return System.nanoTime() - begin;
    }
}
