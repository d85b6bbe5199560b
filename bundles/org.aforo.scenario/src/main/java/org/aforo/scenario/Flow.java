package org.aforo.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.time.Scheduler.Timer;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.internal.call.Steps;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.Producer;

/** The time in which a scenario flows, and after it that in which it drains. */
final class Flow {

    /** Looks at the bench this often in real time. */
    private static final Duration BEAT = Duration.ofMillis(250);
    /** Nothing must be on its way this often in a row before the flow counts as drained. */
    private static final int CALM_BEATS = 4;

    private final Bench bench;
    private final Scenario scenario;
    private final Sampler sampler;
    private final Progress progress;
    private final AtomicBoolean stopped;

    /** @param stopped ends the producers and steps once it is true */
    Flow(Bench bench, Scenario scenario, Sampler sampler, Progress progress, AtomicBoolean stopped) {
        this.bench = bench;
        this.scenario = scenario;
        this.sampler = sampler;
        this.progress = progress;
        this.stopped = stopped;
    }

    void run(List<Producer> producers, List<Consumer> consumers, Steps steps) throws InterruptedException {
        sampler.begin(consumers);
        List<Timer> faults = scenario.faults().stream().map(timed -> bench.scheduler().after(timed.at(),
                "scenario-fault", () -> bench.faults().inject(timed.fault()))).toList();
        consumers.forEach(consumer -> start("consumer-" + consumer.name(), consumer::run));
        start("steps", () -> steps.run(sampler.origin()));
        List<Thread> threads = producers.stream().map(each -> start("producer-" + each.name(), each::run)).toList();
        Live live = new Live(bench, scenario, sampler, producers, consumers);
        double end = scenario.span().toNanos() / 1e9;
        while (sampler.seconds() < end && !stopped.get()) {
            beat(live, "running");
        }
        stopped.set(true);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            beat(live, "ending producers");
        }
        faults.forEach(Timer::cancel);
        drain(live, producers, consumers);
        consumers.forEach(Consumer::stop);
        progress.show(List.of(), 1);
    }

    /** What runs on a thread. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private Thread start(String name, Work work) {
        return bench.scheduler().start(name, () -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void drain(Live live, List<Producer> producers, List<Consumer> consumers) throws InterruptedException {
        Instant end = bench.clock().now().plus(scenario.drain());
        int calm = 0;
        while (calm < CALM_BEATS && bench.clock().now().isBefore(end)) {
            beat(live, "draining");
            boolean empty = sampler.resources().stream().noneMatch(Flow::holds);
            calm = empty && !awaited(producers, consumers) ? calm + 1 : 0;
        }
    }

    private static boolean holds(Resource resource) {
        return Sampler.flushing(resource).map(BufferState::bytes).orElse(0L) > 0;
    }

    /** Whether consumers that are expected to receive what was sent have received fewer records. */
    private boolean awaited(List<Producer> producers, List<Consumer> consumers) {
        return scenario.expectations().stream().anyMatch(each -> each instanceof Expectation.Received expected
                && consumers.stream().filter(c -> expected.by().contains(c.name()))
                        .allMatch(c -> c.skipped().isEmpty() && c.failure().isEmpty())
                && consumers.stream().filter(c -> expected.by().contains(c.name()))
                        .mapToLong(c -> c.received().records()).sum() < producers.stream()
                                .filter(p -> expected.from().contains(p.name())).mapToLong(p -> p.sent().records())
                                .sum());
    }

    private void beat(Live live, String phase) throws InterruptedException {
        sampler.sample();
        progress.show(live.lines(phase), Math.clamp(sampler.seconds() / (scenario.span().toNanos() / 1e9), 0.0, 1.0));
        bench.scheduler().sleep(Duration.ofNanos((long) (BEAT.toNanos() * bench.clock().scale())));
    }
}
