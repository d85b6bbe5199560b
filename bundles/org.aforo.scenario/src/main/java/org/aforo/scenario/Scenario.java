package org.aforo.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.api.fault.Fault;

/**
 * A scenario as read from its file, with its inputs filled in; {@code docs/scenarios.md} describes the format.
 *
 * @param clock bench seconds per real second, above 0
 * @param seed  makes generated data repeatable
 * @param setup calls made in order before anything flows
 * @param span  for how long (bench time) the scenario goes on
 * @param drain how long (bench time) buffers are given to empty afterwards
 */
public record Scenario(String name, String description, double clock, long seed, List<SetupCall> setup,
        List<ProducerSpec> producers, List<TimedFault> faults, Duration span, Duration drain,
        List<Expectation> expectations) {

    /** A call of an AWS operation, input in AWS's own shape. */
    public record SetupCall(String service, String operation, Map<String, Object> input) {
    }

    /**
     * Something that sends records.
     *
     * @param from where they come from
     * @param to   where they go
     * @param pace how fast, phase by phase; empty for as fast as it goes
     */
    public record ProducerSpec(String name, Origin from, Target to, List<Phase> pace) {
    }

    /** Where records come from. */
    public sealed interface Origin {
        /** The built-in demo data of the AWS console: random stock quotes. */
        record DemoTicker() implements Origin {
        }

        /** The lines of a file, each once. */
        record FileLines(String file) implements Origin {
        }

        /** A program that sends by itself and writes what was accepted into a file, a record a line. */
        record Program(List<String> command, List<String> needs) implements Origin {
        }
    }

    /** The stream or delivery stream that records go to. */
    public record Target(String service, String name) {
        @Override
        public String toString() {
            return service + ":" + name;
        }
    }

    /** So many records a second of bench time for so long; a null duration goes on to the end. */
    public record Phase(double perSecond, Duration lasts) {
    }

    /** A fault and when it begins, in bench time from the start. */
    public record TimedFault(Duration at, Fault fault) {
    }

    /** What must hold at the end. */
    public sealed interface Expectation {
        /** Every record that was accepted from these producers is in the bucket: once, unchanged, in the right folder. */
        record Delivered(List<String> from, String bucket, String prefix) implements Expectation {
        }

        /** A resource flushed at least so often, and for each of these reasons at least once. */
        record Flushes(String of, List<String> reasons, int atLeast) implements Expectation {
        }

        /** The query's first column of its first row. */
        record Sql(String query, String equals) implements Expectation {
        }

        /** So many objects are under the prefix; a null bound isn't checked. */
        record Objects(String bucket, String prefix, Long atLeast, Long atMost) implements Expectation {
        }

        /** A meter's total lies within bounds; a null bound isn't checked. */
        record Metered(String of, String direction, String figure, Long atLeast, Long atMost) implements Expectation {
        }
    }
}
