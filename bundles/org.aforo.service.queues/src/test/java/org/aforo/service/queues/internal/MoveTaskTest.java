package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.Events.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MoveTaskTest {

    private final EngineBench engine = EngineBench.unlimited();
    private final Queue dead = engine.queue("dead");
    private final Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1).visibility(0));

    @BeforeEach
    void someDeadLetters() {
        for (int i = 0; i < 40; i++) {
            send(queue, "m" + i);
        }
        for (int i = 0; i < 8 && dead.counts().visible() < 40; i++) {
            receive(queue, 10);
            receive(queue, 10);
        }
        while (dead.counts().visible() < 40) {
            receive(queue, 10);
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Events of a type, as soon as there are some: a task's state is there a moment before its event. */
    private List<Event> told(String type) {
        List<Event> told = List.of();
        while (told.isEmpty()) {
            told = engine.bench.bench().events().since(0).stream().filter(each -> each.type().equals(type)).toList();
            Thread.onSpinWait();
        }
        return told;
    }

    private MoveTask newest() {
        return engine.queues.moves().of(dead).getFirst();
    }

    private void await(String status) {
        while (!newest().status().equals(status)) {
            Thread.onSpinWait();
        }
    }

    private void awaitMoved(long count) {
        while (newest().moved() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void deadLettersGoBackToWhereTheyCameFromAsNewMessages() {
        Received letter = receive(dead, new ReceiveSpec(1, 0, 0, null)).getFirst();

        engine.queues.moves().start(dead, null, null);
        await("COMPLETED");

        assertThat(newest()).extracting(MoveTask::moved, MoveTask::toMove).containsExactly(40L, 40L);
        assertThat(dead.counts().visible()).isZero();
        List<Received> back = receive(queue, 10);
        assertThat(bodies(back)).contains("m1", "m2");
        assertThat(back).extracting(Received::receiveCount).containsOnly(1);
        assertThat(back).extracting(Received::messageId).doesNotContain(letter.messageId());
    }

    @Test
    void atTheRateThatIsAskedFor() {
        engine.queues.moves().start(dead, queue, 10);
        awaitMoved(1);
        engine.seconds(1);
        awaitMoved(10);

        assertThat(newest().moved()).isBetween(10L, 12L);
        assertThat(newest().status()).isEqualTo("RUNNING");
        assertThat(refused(() -> engine.queues.moves().start(dead, queue, 10)))
                .hasMessageStartingWith("There is already a task running.");
    }

    @Test
    void aTaskCanBeCancelled() {
        String handle = engine.queues.moves().start(dead, queue, 1);
        awaitMoved(1);

        assertThat(engine.queues.moves().cancel(handle)).isEqualTo(1);
        await("CANCELLED");

        assertThat(dead.counts().visible()).isEqualTo(39);
        assertThat(refused(() -> engine.queues.moves().cancel(handle)).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void aTaskFailsThatTakesLongerThan36Hours() {
        engine.queues.moves().start(dead, queue, 1);
        awaitMoved(1);
        engine.seconds(36 * 3_600);
        await("FAILED");

        assertThat(newest().failure()).startsWith("The task ran for 129600 seconds");
        assertThat(newest().moved()).isLessThan(40);
        assertThat(dead.counts().visible()).isEqualTo(40 - newest().moved());
    }

    @Test
    void aTaskThatRunsGoesOnOverARestart() {
        String handle = engine.queues.moves().start(dead, queue, 10);
        awaitMoved(1);
        engine.seconds(1);
        awaitMoved(11);

        engine.restart();

        awaitMoved(12);
        assertThat(tasks("dead")).extracting(MoveTask::handle, MoveTask::status, MoveTask::toMove)
                .containsExactly(tuple(handle, "RUNNING", 40L));
        for (int i = 0; i < 4; i++) {
            engine.seconds(1);
        }
        awaitEnd("dead", "COMPLETED");
        assertThat(tasks("dead").getFirst().moved()).isEqualTo(40);
        assertThat(engine.again("orders").counts().visible()).isEqualTo(40);
        assertThat(engine.again("dead").counts().visible()).isZero();
    }

    @Test
    void whatBecameOfTasksIsKnownAfterARestart() {
        engine.queues.moves().cancel(engine.queues.moves().start(dead, queue, 1));
        awaitEnd("dead", "CANCELLED");
        engine.queues.moves().start(dead, null, null);
        awaitEnd("dead", "COMPLETED");
        List<MoveTask> before = tasks("dead");

        engine.restart();

        assertThat(tasks("dead")).isEqualTo(before).extracting(MoveTask::status).containsExactly("COMPLETED",
                "CANCELLED");
    }

    @Test
    void aTaskWhoseDestinationGoesFailsAndLosesNothing() {
        Queue other = engine.queue("other");
        engine.queues.moves().start(dead, other, 10);
        awaitMoved(1);
        engine.queues.delete(other.fullName());
        long moved = newest().moved();
        engine.seconds(1);
        awaitEnd("dead", "FAILED");

        assertThat(newest().failure()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(dead.counts().visible()).isEqualTo(40 - moved);
        assertThat(told("move-task-failed")).singleElement().satisfies(each -> {
            assertThat(each.resource()).isEqualTo(dead.arn().toString());
            assertThat(each.text()).contains("NonExistentQueue", "messages moved: " + moved + " of 40");
        });
    }

    @Test
    void whatIsMovedBeforeOneThatCannotBeIsMovedOnce() {
        Queue mixed = engine.queue("mixed");
        dead.move(List.of(0L), mixed);
        send(mixed, "sent directly");
        assertThat(dead.counts().visible()).isEqualTo(39);

        Moved moved = mixed.move(mixed.visible(0, 10), stored -> {
            if (stored.body().equals("sent directly")) {
                throw Errors.noQueue();
            }
            return queue;
        });

        assertThat(moved.messages()).isEqualTo(1);
        assertThat(moved.failure().code()).isEqualTo("QueueDoesNotExist");
        assertThat(mixed.counts().visible()).isEqualTo(1);
        assertThat(queue.counts().visible()).isEqualTo(1);
    }

    @Test
    void aQueueThatIsMadeAnewHasNoTasks() {
        engine.queues.moves().start(dead, queue, 1);
        awaitMoved(1);
        engine.queues.delete(dead.fullName());
        engine.seconds(60);
        engine.queue("dead");

        assertThat(tasks("dead")).isEmpty();
        engine.restart();
        assertThat(tasks("dead")).isEmpty();
    }

    private List<MoveTask> tasks(String source) {
        return engine.queues.moves().of(engine.again(source));
    }

    private void awaitEnd(String source, String status) {
        while (!tasks(source).getFirst().status().equals(status)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aMessageThatCameFromNowhereFailsTheTask() {
        Queue other = engine.queue("other");
        send(other, "sent directly");

        engine.queues.moves().start(other, null, null);
        while (!engine.queues.moves().of(other).getFirst().status().equals("FAILED")) {
            Thread.onSpinWait();
        }

        assertThat(engine.queues.moves().of(other).getFirst().failure()).isEqualTo("CouldNotDetermineMessageSource");
        assertThat(other.counts().visible()).isEqualTo(1);
    }
}
