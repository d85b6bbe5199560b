package org.aforo.service.queues.internal;

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

/** How old the oldest message is, as CloudWatch counts it. */
class AgeTest {

    private static final ReceiveSpec FOR_NO_TIME = new ReceiveSpec(1, 0, 0, null);

    private final EngineBench engine = EngineBench.unlimited();

    @AfterEach
    void close() {
        engine.close();
    }

    private static void fail(Queue queue, int times) {
        for (int i = 0; i < times; i++) {
            receive(queue, FOR_NO_TIME);
        }
    }

    private static long counted(Queue queue) {
        return queue.counts().countedMillis();
    }

    @Test
    void aMessageThatCameBackFromItsThirdReceiveCountsNoMore() {
        Queue queue = engine.queue("orders");
        send(queue, "poison");
        engine.seconds(10);
        send(queue, "good");
        engine.seconds(5);
        fail(queue, 2);
        String third = handle(receive(queue, 1));
        assertThat(counted(queue)).as("it may be worked on yet").isEqualTo(15_000);

        queue.changeVisibility(List.of(new VisibilityChange(third, 0)));

        assertThat(counted(queue)).isEqualTo(5_000);
        assertThat(queue.counts().oldestMillis()).as("it is there all the same").isEqualTo(15_000);
        queue.delete(List.of(handle(receive(queue, 1))));
        assertThat(bodies(receive(queue, 1))).containsExactly("poison");
        assertThat(counted(queue)).as("nor while it is in flight again").isZero();
    }

    @Test
    void aFifoQueueCountsAllSinceNothingGoesToItsBack() {
        Queue queue = engine.queue("orders.fifo");
        sendTo(queue, "g", "poison", "good");
        engine.seconds(15);

        fail(queue, 5);

        assertThat(counted(queue)).isEqualTo(15_000);
    }

    @Test
    void deadLettersCountFromWhenTheyCame() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 2));
        send(queue, "poison");
        fail(queue, 2);
        engine.seconds(60);
        receive(queue, 1);
        engine.seconds(7);
        assertThat(counted(dead)).isEqualTo(7_000);
        assertThat(dead.counts().oldestMillis()).as("by this it expires").isEqualTo(67_000);

        fail(dead, 2);
        dead.core().upkeep().rewriteChanges();
        engine.restart();

        Queue again = engine.again("dead");
        assertThat(counted(again)).as("also over a restart").isEqualTo(7_000);
        fail(again, 1);
        assertThat(counted(again)).as("unless it is received too often there, too").isZero();
    }

    @Test
    void deadLettersThatAreStoredAnewCountFromWhenTheyCame() {
        Queue dead = engine.queue("dead", draft -> draft.visibility(1_000));
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 1));
        send(queue, "poison");
        fail(queue, 1);
        engine.seconds(60);
        receive(queue, 1);
        receive(dead, 1);
        for (int i = 0; i < 40; i++) {
            send(dead, "x".repeat(1 << 20));
            dead.delete(List.of(handle(receive(dead, 1))));
        }
        long place = dead.core().backlog.index.from(0).place;

        new Upkeep(dead.core(), 1 << 20).run();

        assertThat(dead.core().backlog.index.from(0).place).isGreaterThan(place);
        engine.seconds(7);
        engine.restart();
        assertThat(counted(engine.again("dead"))).isEqualTo(7_000);
    }

    @Test
    void whatWasPutBehindIsBehindAllOverARestart() {
        Queue queue = engine.queue("orders");
        send(queue, "poison");
        fail(queue, 3);
        send(queue, "1", "2");

        engine.restart();

        assertThat(bodies(receive(engine.again("orders"), 10))).containsExactly("1", "2", "poison");
        assertThat(counted(engine.again("orders"))).isZero();
    }

    @Test
    void whatIsPutBehindIsBehindOtherGroupsToo() {
        Queue queue = engine.queue("orders");
        for (String group : List.of("a", "b")) {
            sendPlain(queue, group, group);
        }
        fail(queue, 3);
        sendPlain(queue, "a", "a again");

        assertThat(bodies(receive(queue, 10))).containsExactly("b", "a", "a again");
    }

    @Test
    void quietGroupsAreCountedAlike() {
        Queue queue = engine.queue("orders");
        for (int i = 0; i < 100; i++) {
            sendPlain(queue, "noisy", "noisy");
        }
        for (int i = 0; i < 4; i++) {
            receive(queue, 10);
        }
        sendPlain(queue, "quiet", "poison");
        engine.seconds(5);
        fail(queue, 3);
        sendPlain(queue, "other", "good");
        engine.seconds(2);

        assertThat(queue.counts().blocked()).isEqualTo(1);
        assertThat(queue.counts().quiet().countedMillis()).isEqualTo(2_000);
        assertThat(bodies(receive(queue, 2))).containsExactly("poison", "good");
        assertThat(queue.counts().quiet().countedMillis()).as("in flight as well").isEqualTo(2_000);
    }

    private static void sendPlain(Queue queue, String group, String body) {
        queue.send(List.of(new Outgoing(body, Map.of(), null, null, group, null, "me")));
    }
}
