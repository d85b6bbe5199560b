package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.assertj.core.api.Assertions.assertThat;

/** Random operations, on a queue and on a model that is too simple to be wrong. Seeds make each run the same. */
class ModelTest {

    private static final int STEPS = 1_500;
    private static final int VISIBILITY = 30;
    private static final int RETENTION = 600;

    /** A message of the model. */
    private static final class Simple {
        private final String body;
        private final String group;
        private final long sent;
        private long hiddenUntil;
        private boolean inFlight;
        private int receives;
        private boolean aside;
        private String handle;

        Simple(String body, String group, long sent, long hiddenUntil) {
            this.body = body;
            this.group = group;
            this.sent = sent;
            this.hiddenUntil = hiddenUntil;
        }

        private void comesBack() {
            aside |= inFlight && group == null && receives >= 3;
            inFlight = false;
        }
    }

    private final List<Simple> model = new ArrayList<>();
    private long now;
    private int sent;

    @ParameterizedTest
    @CsvSource({"false,1", "false,2", "false,3", "false,4", "true,1", "true,2", "true,3", "true,4"})
    void theEngineDoesWhatTheModelDoes(boolean fifo, long seed) {
        Random random = new Random(seed);
        try (EngineBench engine = EngineBench.unlimited()) {
            Queue queue = engine.queue(fifo ? "q.fifo" : "q", draft -> draft.visibility(VISIBILITY)
                    .retention(RETENTION));
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5 -> send(queue, fifo, random);
                    case 6, 7, 8, 9, 10 -> take(queue, fifo, 1 + random.nextInt(10));
                    case 11, 12, 13 -> delete(queue, fifo, random);
                    case 14, 15 -> hide(queue, random);
                    case 16, 17, 18 -> advance(engine, random.nextInt(25));
                    default -> {
                        if (random.nextInt(10) == 0) {
                            queue.core().upkeep().rewriteChanges();
                            engine.restart();
                            queue = engine.again(queue.fullName().name());
                        }
                    }
                }
                check(queue, seed, step);
            }
        }
    }

    private void send(Queue queue, boolean fifo, Random random) {
        String body = "m" + sent++;
        String group = fifo ? "g" + random.nextInt(4) : null;
        int delay = fifo || random.nextInt(3) > 0 ? 0 : random.nextInt(40);
        queue.send(List.of(new Outgoing(body, Map.of(), null, fifo ? null : delay, group, fifo ? body : null, "me")));
        model.add(new Simple(body, group, now, now + delay));
    }

    private void take(Queue queue, boolean fifo, int max) {
        List<Received> received = receive(queue, max);
        Set<String> locked = new HashSet<>();
        model.stream().filter(each -> each.inFlight).forEach(each -> locked.add(each.group));
        List<Simple> may = model.stream().filter(each -> each.hiddenUntil <= now
                && !(fifo && locked.contains(each.group))).toList();
        assertThat(received).hasSize(Math.min(max, may.size()));
        assertThat(may).extracting(each -> each.body).containsAll(bodies(received));
        assertThat(bodies(received)).doesNotHaveDuplicates();
        if (fifo) {
            assertGroupsInOrder(received, may);
        }
        for (Received each : received) {
            Simple simple = find(each.message().body());
            simple.inFlight = true;
            simple.hiddenUntil = now + VISIBILITY;
            simple.handle = each.receiptHandle();
            assertThat(each.receiveCount()).isEqualTo(++simple.receives);
        }
    }

    private static void assertGroupsInOrder(List<Received> received, List<Simple> may) {
        for (String group : List.of("g0", "g1", "g2", "g3")) {
            List<String> got = bodies(
                    received.stream().filter(each -> each.message().groupId().equals(group)).toList());
            List<String> waiting = may.stream().filter(each -> each.group.equals(group)).map(each -> each.body)
                    .toList();
            assertThat(waiting.subList(0, got.size())).isEqualTo(got);
        }
    }

    private Simple find(String body) {
        return model.stream().filter(each -> each.body.equals(body)).findFirst().orElseThrow();
    }

    private Simple any(Random random) {
        List<Simple> received = model.stream().filter(each -> each.handle != null).toList();
        return received.isEmpty() ? null : received.get(random.nextInt(received.size()));
    }

    private void delete(Queue queue, boolean fifo, Random random) {
        Simple chosen = any(random);
        if (chosen != null) {
            boolean expired = fifo && !chosen.inFlight;
            assertThat(queue.delete(List.of(chosen.handle)).getFirst() == null).isEqualTo(!expired);
            if (!expired) {
                model.remove(chosen);
            }
        }
    }

    private void hide(Queue queue, Random random) {
        Simple chosen = any(random);
        if (chosen != null) {
            int seconds = random.nextInt(50);
            boolean done = queue.changeVisibility(List.of(new VisibilityChange(chosen.handle, seconds)))
                    .getFirst() == null;
            assertThat(done).isEqualTo(chosen.inFlight);
            if (done) {
                chosen.hiddenUntil = now + seconds;
                if (seconds == 0) {
                    chosen.comesBack();
                }
            }
        }
    }

    private void advance(EngineBench engine, int seconds) {
        engine.seconds(seconds);
        now += seconds;
        model.removeIf(each -> each.sent + RETENTION <= now);
        model.stream().filter(each -> each.hiddenUntil <= now).forEach(Simple::comesBack);
    }

    private void check(Queue queue, long seed, int step) {
        QueueCounts counts = queue.counts();
        long inFlight = model.stream().filter(each -> each.inFlight).count();
        long delayed = model.stream().filter(each -> !each.inFlight && each.hiddenUntil > now).count();
        assertThat(List.of(counts.visible(), counts.inFlight(), counts.delayed())).as("seed %d, step %d", seed, step)
                .containsExactly(model.size() - inFlight - delayed, inFlight, delayed);
        assertThat(counts.countedMillis()).as("seed %d, step %d", seed, step).isEqualTo(1_000
                * model.stream().filter(each -> !each.aside).mapToLong(each -> now - each.sent).max().orElse(0));
    }
}
