package org.aforo.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.aforo.api.Events.Event;

/**
 * What a run gave.
 *
 * @param began     bench time
 * @param real      how long it took in real time
 * @param producers how each producer did
 * @param consumers how each consumer did
 * @param steps     what was done meanwhile, in order
 * @param checks    the expectations and what came of them
 * @param timeline  what was sampled
 * @param events    what happened
 */
public record Outcome(Scenario scenario, Instant began, Duration real, List<Produced> producers,
        List<Produced> consumers,
        List<Stepped> steps, List<Check> checks, Timeline timeline, List<Event> events) {

    /** Whether every expectation held and every producer that took part did its work. */
    public boolean passed() {
        return checks.stream().noneMatch(check -> check.result() == Check.Result.FAILED);
    }

    /**
     * How a producer or a consumer did.
     *
     * @param target where it sends to or receives from
     * @param note why it was left out or what went wrong; empty when all is well
     */
    public record Produced(String name, String target, long records, long bytes, String note) {
    }

    /**
     * A step that was done.
     *
     * @param seconds when, in bench time from the start
     * @param problem why it was refused; empty when it wasn't
     */
    public record Stepped(String operation, double seconds, String problem) {
    }

    /**
     * An expectation and what came of it.
     *
     * @param title  what was expected
     * @param detail what was found
     */
    public record Check(String title, Result result, String detail, Duration took) {

        /** How it ended. */
        public enum Result {
            PASSED, FAILED, SKIPPED
        }
    }
}
