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
 * @param setup operations called in order before anything flows
 * @param steps operations called meanwhile, by their time
 * @param span  for how long (bench time) the scenario goes on
 * @param drain how long (bench time) buffers are given to empty afterwards, and consumers to receive what was sent
 * @param charts what the report shows besides what it always does
 */
public record Scenario(String name, String description, double clock, long seed, List<OperationCall> setup,
        List<ProducerSpec> producers, List<ConsumerSpec> consumers, List<Step> steps, List<TimedFault> faults,
        Duration span, Duration drain, List<Expectation> expectations, List<ChartSpec> charts) {

    /**
     * A call of an AWS operation, input in AWS's own shape.
     *
     * @param input values of earlier answers stand in it as {@code ${answer.NAME.PATH}}
     * @param as    what later calls name its answer by; empty for none
     */
    public record OperationCall(String service, String operation, Map<String, Object> input, String as) {
        @Override
        public String toString() {
            return service + "." + operation;
        }
    }

    /** An operation and when it is called, in bench time from the start. */
    public record Step(Duration at, OperationCall call) {
    }

    /**
     * Something that sends records.
     *
     * @param from where they come from
     * @param to   where they go
     * @param pace    how fast, phase by phase; empty for as fast as it goes
     * @param ordered whether records of a key are never under way together, so that they keep their order
     */
    public record ProducerSpec(String name, Origin from, Target to, List<Phase> pace, boolean ordered) {
    }

    /**
     * Something that receives records.
     *
     * @param from  where they come from
     * @param at    when it begins, in bench time from the start
     * @param since the member of a record in JSON that tells the time which its delay is counted from; empty for when
     *              it arrived
     */
    public record ConsumerSpec(String name, Target from, Duration at, String since, Way way) {
    }

    /** How records are received. */
    public sealed interface Way {
        /**
         * Shards are polled.
         *
         * @param every  between two polls
         * @param oldest whether to begin with the oldest record there is, not with those that come from then on
         */
        record Poll(Duration every, boolean oldest) implements Way {
        }

        /** Shards are pushed; {@code oldest} as of {@link Poll}. */
        record Push(boolean oldest) implements Way {
        }

        /**
         * Workers receive a queue's messages, and delete each once it is done.
         *
         * @param lasts how long a worker is busy with one message
         * @param to    where a message that is done goes on to; null for nowhere
         * @param fails text of those that workers give up on; empty for none
         * @param until from when on they don't any more, in bench time from the start; null for never
         */
        record Work(int workers, Duration lasts, Target to, String fails, Duration until) implements Way {
        }

        /** A program that receives by itself and writes what it is done with into a file, a line a record. */
        record Program(List<String> command, List<String> needs) implements Way {
        }
    }

    /**
     * A chart of the report.
     *
     * @param of        names or ARNs of resources, ends of ARNs, or names of consumers; {@code *} as wildcard
     * @param direction in or out
     * @param figure    records, bytes, errors, throttles, delay or held
     */
    public record ChartSpec(String title, List<String> of, String direction, String figure) {
    }

    /** A span of bench time from the start. */
    public record Window(Duration from, Duration to) {
    }

    /** Where records come from. */
    public sealed interface Origin {
        /** The built-in demo data of the AWS console: random stock quotes. */
        record DemoTicker() implements Origin {
        }

        /**
         * A text with placeholders.
         *
         * @param keys how many partition keys there are
         * @param skew how unevenly they come: Zipf's exponent
         */
        record DemoTemplate(String template, int keys, double skew) implements Origin {
        }

        /** The lines of a file, each once. */
        record FileLines(String file) implements Origin {
        }

        /** A program that sends by itself and writes what was accepted into a file, a record a line. */
        record Program(List<String> command, List<String> needs) implements Origin {
        }
    }

    /** The stream, delivery stream or queue that records go to or come from. */
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

        /**
         * What a meter counted lies within bounds; a null bound isn't checked.
         *
         * @param between what was counted then; null for all
         */
        record Metered(String of, String direction, String figure, Long atLeast, Long atMost, Window between)
                implements
                    Expectation {
        }

        /**
         * Every record that was accepted from these producers was received by these consumers together.
         *
         * @param once    not more than once
         * @param ordered in the order of acceptance, for each key
         */
        record Received(List<String> from, List<String> by, boolean once, boolean ordered) implements Expectation {
        }

        /**
         * How long records take from their arrival to their receipt by a consumer, in bench time.
         *
         * @param percentile 50, 90, 99 or 100
         */
        record Delay(String of, int percentile, Duration atLeast, Duration atMost) implements Expectation {
        }
    }
}
