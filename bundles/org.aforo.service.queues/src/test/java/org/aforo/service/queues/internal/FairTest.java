package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.service.queues.internal.QueueCounts.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FairTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    private void sendTo(String group, int count) {
        for (int i = 0; i < count; i++) {
            queue.send(List.of(new Outgoing(group + i, Map.of(), null, null, group, null, "me")));
        }
    }

    private List<String> take(int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.addAll(bodies(receive(queue, 1)));
        }
        return taken;
    }

    @Test
    void messagesComeInTheOrderTheyWereSentWhileNobodyIsNoisy() {
        sendTo("a", 2);
        sendTo("b", 1);
        send(queue, "none");
        sendTo("a", 1);

        assertThat(bodies(receive(queue, 10))).containsExactly("a0", "a1", "b0", "none", "a0");
    }

    @Test
    void aNoisyGroupYields() {
        sendTo("noisy", 100);
        sendTo("quiet", 2);
        send(queue, "none");

        List<String> taken = take(34);

        assertThat(taken.subList(0, 30)).allMatch(body -> body.startsWith("noisy"));
        assertThat(taken.subList(30, 33)).containsExactly("quiet0", "quiet1", "none");
        assertThat(taken.get(33)).as("capacity isn't wasted").isEqualTo("noisy30");
        assertThat(queue.groups(1)).extracting(GroupState::groupId, GroupState::blocked)
                .containsExactly(tuple("noisy", true));
    }

    @Test
    void quietGroupsAreCountedApart() {
        sendTo("noisy", 100);
        engine.seconds(5);
        sendTo("quiet", 3);
        send(queue, "none");
        queue.send(List.of(new Outgoing("later", Map.of(), null, 60, "quiet", null, "me"),
                new Outgoing("later", Map.of(), null, 60, "noisy", null, "me")));
        assertThat(queue.counts().quiet()).as("nobody is noisy yet").isEqualTo(new Quiet(104, 0, 2, 5_000));

        take(31);
        engine.seconds(2);

        assertThat(queue.counts().blocked()).isEqualTo(1);
        assertThat(queue.counts().quiet()).isEqualTo(new Quiet(3, 1, 1, 2_000));
        assertThat(queue.counts().oldestMillis()).isEqualTo(7_000);
    }

    @Test
    void aGroupIsNoisyTooWhileAllItsMessagesAreInFlight() {
        sendTo("noisy", 30);
        sendTo("quiet", 1);
        List<Received> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.addAll(receive(queue, 10));
        }
        assertThat(queue.counts()).extracting(QueueCounts::blocked, QueueCounts::quiet).containsExactly(1,
                new Quiet(1, 0, 0, 0));

        queue.delete(List.of(held.getFirst().receiptHandle()));

        assertThat(queue.counts()).extracting(QueueCounts::blocked, QueueCounts::quiet).containsExactly(0,
                new Quiet(1, 29, 0, 0));
    }

    @Test
    void aGroupIsQuietAgainOnceItsMessagesAreDone() {
        sendTo("noisy", 100);
        List<Received> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.addAll(receive(queue, 10));
        }
        sendTo("quiet", 1);
        assertThat(queue.counts().blocked()).isLessThanOrEqualTo(1);
        queue.delete(held.subList(0, 5).stream().map(Received::receiptHandle).toList());

        assertThat(take(2)).containsExactly("noisy30", "noisy31");
    }

    @Test
    void aMessageReceivedThreeTimesGoesToTheBack() {
        send(queue, "failing", "good");
        for (int i = 0; i < 2; i++) {
            assertThat(bodies(receive(queue, new ReceiveSpec(1, 0, 0, null)))).containsExactly("failing");
        }
        assertThat(bodies(receive(queue, new ReceiveSpec(1, 0, 0, null)))).containsExactly("failing");

        assertThat(bodies(receive(queue, 10))).containsExactly("good", "failing");
    }
}
