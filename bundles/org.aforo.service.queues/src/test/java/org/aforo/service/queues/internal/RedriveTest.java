package org.aforo.service.queues.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.aforo.service.queues.internal.EngineBench.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

class RedriveTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theReceiveThatIsOneTooManyMovesTheMessage() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 2).visibility(10));
        Sent sent = send(queue, "poison").getFirst();
        long sentAt = engine.bench.bench().clock().millis();
        receive(queue, 1);
        engine.seconds(10);
        receive(queue, 1);
        engine.seconds(10);
        assertThat(dead.counts().visible()).isZero();

        assertThat(receive(queue, 1)).isEmpty();

        assertThat(queue.counts().oldestMillis()).isZero();
        Received letter = receive(dead, 1).getFirst();
        assertThat(letter.messageId()).isEqualTo(sent.messageId());
        assertThat(letter.message().sentAt()).as("keeps its time").isEqualTo(sentAt);
        assertThat(letter.message().source()).isEqualTo(queue.arn().toString());
        assertThat(letter.receiveCount()).as("across queues").isEqualTo(3);
        assertThat(queue.figures().redriven.sum()).isEqualTo(1);
    }

    @Test
    void goodMessagesBehindPoisonAreGivenInTheSameReceive() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(0));
        send(queue, "poison");
        receive(queue, 1);
        send(queue, "good");

        assertThat(bodies(receive(queue, 10))).containsExactly("good");
        assertThat(dead.counts().visible()).isEqualTo(1);
    }

    @Test
    void aPollGoesOnWaitingWhenThereWasPoisonOnly() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(10));
        send(queue, "poison");
        receive(queue, 1);
        CompletableFuture<List<Received>> poll = engine.poll(queue, 1, 20);
        engine.seconds(10);
        while (dead.counts().visible() == 0 || queue.counts().waiting() == 0) {
            Thread.onSpinWait();
        }

        send(queue, "good");

        assertThat(bodies(poll.join())).containsExactly("good");
    }

    @Test
    void withoutItsQueueADeadLetterStays() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(0));
        engine.queues.delete(dead.fullName());
        send(queue, "poison");
        receive(queue, 1);

        assertThat(receive(queue, 1).getFirst().receiveCount()).isEqualTo(2);
    }

    @Test
    void aFifoDeadLetterKeepsItsGroupAndIsEnqueuedAnew() {
        Queue dead = engine.queue("dead.fifo");
        Queue queue = engine.queue("orders.fifo", draft -> draft.redrive(dead, 1).visibility(10));
        Sent sent = sendTo(queue, "g", "poison", "next").getFirst();
        receive(queue, 1);
        engine.seconds(10);

        assertThat(bodies(receive(queue, 1))).as("the group goes on").containsExactly("next");

        Received letter = receive(dead, 1).getFirst();
        assertThat(letter.messageId()).isEqualTo(sent.messageId());
        assertThat(letter.message().groupId()).isEqualTo("g");
        assertThat(letter.message().dedupId()).isEqualTo(sent.messageId());
        assertThat(letter.message().sentAt()).isEqualTo(engine.bench.bench().clock().millis());
    }

    @Test
    void deadLettersExpireByWhenTheyWereSentFirst() {
        Queue dead = engine.queue("dead", draft -> draft.retention(60));
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(50));
        send(queue, "poison");
        receive(queue, 1);
        engine.seconds(50);
        send(dead, "younger");
        receive(queue, 1);
        assertThat(dead.counts().visible()).isEqualTo(2);

        engine.seconds(10);

        assertThat(bodies(receive(dead, 10))).containsExactly("younger");
    }

    @Test
    void aRedrivenMessageIsDeletedFromItsQueueForGood() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(0));
        send(queue, "poison");
        String handle = handle(receive(queue, 1));
        receive(queue, 1);

        engine.restart();

        assertThat(receive(engine.again("orders"), 1)).isEmpty();
        assertThat(engine.again("orders").delete(List.of(handle))).containsOnlyNulls();
        assertThat(receive(engine.again("dead"), 1)).hasSize(1);
    }
}
