package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.cause;
import static org.aforo.service.queues.internal.EngineBench.delayed;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class LongPollTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aSendWakesTheReceiveThatWaitedFirst() {
        CompletableFuture<List<Received>> first = engine.poll(queue, 10, 20);
        CompletableFuture<List<Received>> second = engine.poll(queue, 10, 20);

        send(queue, "a");
        assertThat(bodies(first.join())).containsExactly("a");
        assertThat(queue.counts().waiting()).isEqualTo(1);
        send(queue, "b");

        assertThat(bodies(second.join())).containsExactly("b");
    }

    @Test
    void aPollEndsEmptyWhenItsTimeIsOver() {
        CompletableFuture<List<Received>> poll = engine.poll(queue, 1, 20);
        engine.seconds(19);
        assertThat(queue.counts().waiting()).isEqualTo(1);

        engine.seconds(1);

        assertThat(poll.join()).isEmpty();
        send(queue, "a");
        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void theQueuesOwnWaitCountsWhereNoneIsAskedFor() {
        Queue patient = engine.queue("patient", draft -> draft.waiting(5));
        CompletableFuture<List<Received>> poll = CompletableFuture
                .supplyAsync(() -> receive(patient, new ReceiveSpec(1, null, null, null)));
        while (patient.counts().waiting() == 0) {
            Thread.onSpinWait();
        }

        send(patient, "a");

        assertThat(poll.join()).hasSize(1);
    }

    @Test
    void whatComesDueWakesToo() {
        queue.send(List.of(delayed("late", 5)));
        CompletableFuture<List<Received>> poll = engine.poll(queue, 1, 20);
        engine.seconds(5);
        assertThat(bodies(poll.join())).containsExactly("late");

        CompletableFuture<List<Received>> next = engine.poll(queue, 1, 20);
        engine.seconds(20);
        assertThat(next.join()).isEmpty();
        CompletableFuture<List<Received>> third = engine.poll(queue, 1, 20);
        engine.seconds(10);
        assertThat(bodies(third.join())).containsExactly("late");
    }

    @Test
    void thousandsWaitAndEachMessageWakesOne() {
        List<CompletableFuture<List<Received>>> polls = new ArrayList<>();
        IntStream.range(0, 3_000).forEach(i -> polls.add(engine.poll(queue, 1, 20)));
        assertThat(queue.counts().waiting()).isEqualTo(3_000);

        Set<String> sent = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            String[] bodies = IntStream.range(i * 10, i * 10 + 10).mapToObj(Integer::toString).toArray(String[]::new);
            sent.addAll(List.of(bodies));
            send(queue, bodies);
        }

        Set<String> got = new TreeSet<>();
        polls.forEach(poll -> got.addAll(bodies(poll.join())));
        assertThat(got).isEqualTo(sent);
        assertThat(queue.counts().waiting()).isZero();
    }

    @Test
    void aDeleteThatFreesAGroupWakes() {
        Queue fifo = engine.queue("orders.fifo");
        sendTo(fifo, "g", "a", "b");
        String handle = handle(receive(fifo, 1));
        CompletableFuture<List<Received>> poll = engine.poll(fifo, 1, 20);

        fifo.delete(List.of(handle));

        assertThat(bodies(poll.join())).containsExactly("b");
    }

    @Test
    void pollsOfAQueueThatIsDeletedEnd() {
        CompletableFuture<List<Received>> poll = engine.poll(queue, 1, 20);

        engine.queues.delete(queue.fullName());

        assertThat(cause(poll).code()).isEqualTo("QueueDoesNotExist");
    }
}
