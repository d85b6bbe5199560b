package org.aforo.scenario.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario.Step;

/** Does a scenario's steps, each at its time. */
public final class Steps {

    private final Bench bench;
    private final Caller caller;
    private final List<Step> steps;
    private final BooleanSupplier stopped;
    private final List<Done> done = new ArrayList<>();

    /**
     * What became of a step.
     *
     * @param seconds when it was done, from the start
     * @param problem why it was refused; empty when it was done
     */
    public record Done(Step step, double seconds, String problem) {
    }

    /** @param stopped asked before each step */
    public Steps(Bench bench, Caller caller, List<Step> steps, BooleanSupplier stopped) {
        this.bench = bench;
        this.caller = caller;
        this.steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        this.stopped = stopped;
    }

    /** @param origin when the scenario began, by the bench clock's nanoseconds */
    public void run(long origin) throws InterruptedException {
        for (Step step : steps) {
            bench.scheduler().sleepUntil(origin + step.at().toNanos());
            if (stopped.getAsBoolean()) {
                return;
            }
            double seconds = Duration.ofNanos(bench.clock().nanos() - origin).toNanos() / 1e9;
            String problem = caller.call(step.call());
            synchronized (done) {
                done.add(new Done(step, seconds, problem));
            }
        }
    }

    /** Those that were done so far, in order. */
    public List<Done> done() {
        synchronized (done) {
            return List.copyOf(done);
        }
    }
}
