package org.aforo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.aforo.api.fault.Fault.Effect;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Scenario.Origin;
import org.aforo.scenario.Scenario.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFileTest {

    private static final Path SCENARIOS = Path.of("../../scenarios");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"firehose-lab.yaml", "clickstream.yaml", "hot-shard.yaml", "resharding-under-load.yaml",
            "fan-out.yaml", "async-web.yaml", "image-fanout.yaml", "priorities.yaml", "poison-message.yaml"})
    void readsTheShippedScenarios(String name) throws ScenarioException {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve(name), Map.of());
        assertThat(scenario.setup()).isNotEmpty();
        assertThat(scenario.producers()).isNotEmpty();
        assertThat(scenario.expectations()).isNotEmpty();
    }

    @Test
    void queuesHaveWorkersThatMayFailAndSendOn() throws Exception {
        Path file = write("""
                name: q
                producers:
                  - { name: p, demo: ticker, to: "sqs:orders.fifo", rate: 5/s }
                consumers:
                  - name: w
                    from: sqs:orders.fifo
                    workers: 4
                    work: 800ms
                    since: at
                    to: sqs:answers
                    fails: { on: poison, until: 30s }
                  - { name: own, from: "sqs:answers", command: [worker, "${received}"], needs: worker }
                run: { for: 1m }
                charts:
                  - { title: T, of: orders.fifo, figure: held }
                """);

        Scenario scenario = ScenarioFile.read(file, Map.of());

        assertThat(scenario.producers().getFirst().to()).hasToString("sqs:orders.fifo");
        assertThat(scenario.consumers()).containsExactly(
                new Scenario.ConsumerSpec("w", new Scenario.Target("sqs", "orders.fifo"), Duration.ZERO, "at",
                        new Scenario.Way.Work(4, Duration.ofMillis(800), new Scenario.Target("sqs", "answers"),
                                "poison", Duration.ofSeconds(30))),
                new Scenario.ConsumerSpec("own", new Scenario.Target("sqs", "answers"), Duration.ZERO, "",
                        new Scenario.Way.Program(List.of("worker", "${received}"), List.of("worker"))));
    }

    @Test
    void whatDoesNotFitAConsumerIsTold() {
        var wrong = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.read(write("""
                name: q
                consumers:
                  - { name: a, from: "sqs:q", via: fan-out }
                  - { name: b, from: "kinesis:s", workers: 3 }
                  - { name: c, from: "firehose:f" }
                  - { name: d, from: "sqs:q", workers: 0, fails: {} }
                run: { for: 1m }
                """), Map.of()));

        assertThat(wrong.problems()).extracting(each -> each.line() + " " + each.text()).containsExactly(
                "3 a queue's consumer has no 'via'", "4 a stream's consumer has no 'workers'",
                "5 'from' must be kinesis:NAME or sqs:NAME", "6 'workers' must be from 1 to 1000", "6 'on' is missing");
    }

    @Test
    void readsEverySection() throws Exception {
        // Given a scenario that uses them all
        Path file = write("""
                name: All of it
                clock: 60
                seed: 9
                inputs:
                  bucket: { help: where to, default: b }
                setup:
                  - s3.CreateBucket: { Bucket: "${input.bucket}" }
                producers:
                  - name: t
                    demo: ticker
                    to: firehose:d
                    phases: [ { rate: 300/m, for: 90s }, { rate: 2/s } ]
                faults:
                  - { at: 1m, for: 30s, service: firehose, operation: deliver, share: 0.5, outage: true }
                run: { for: 5m, drain: 1h }
                expect:
                  - flushes: { of: d, reasons: SIZE, atLeast: 2 }
                """);
        // When it is read with another bucket
        Scenario scenario = ScenarioFile.read(file, Map.of("", "mine"));
        // Then each part is there
        assertThat(scenario.setup().getFirst().input()).containsEntry("Bucket", "mine");
        var producer = scenario.producers().getFirst();
        assertThat(producer.from()).isEqualTo(new Origin.DemoTicker());
        assertThat(producer.pace()).containsExactly(new Phase(5, Duration.ofSeconds(90)), new Phase(2, null));
        assertThat(scenario.faults().getFirst().fault().effect()).isEqualTo(new Effect.Outage());
        assertThat(scenario.faults().getFirst().fault().rate()).isEqualTo(0.5);
        assertThat(scenario.span()).isEqualTo(Duration.ofMinutes(5));
        assertThat(scenario.drain()).isEqualTo(Duration.ofHours(1));
        assertThat(scenario.expectations()).containsExactly(
                new Expectation.Flushes("d", java.util.List.of("SIZE"), 2));
    }

    @Test
    void readsWhatIsDoneAndReceivedMeanwhile() throws Exception {
        Path file = write("""
                name: n
                setup:
                  - kinesis.ListShards: { StreamName: s }
                    as: shards
                producers:
                  - { name: p, demo: template, template: "${n}", keys: 5, skew: 1.5, ordered: true, to: kinesis:s }
                consumers:
                  - { name: c, from: kinesis:s, via: fan-out, at: 2s, start: newest }
                steps:
                  - { at: 20s, kinesis.B: { Id: "${answer.later.Id}" } }
                  - { at: 10s, as: later, kinesis.A: { Id: "${answer.shards.Shards[0].ShardId}" } }
                faults:
                  - { operation: PutRecord, seed: 9, error: { code: X, done: true } }
                  - { partial: { code: Y, done: true } }
                  - { duplicate: true, share: 0.1 }
                  - { reorder: 3 }
                run: { for: 1m }
                expect:
                  - meter: { of: s/shard/*, figure: throttles, between: [5s, 10s], atMost: 3 }
                  - received: { from: p, by: [c], times: atLeastOnce, ordered: true }
                  - delay: { of: c, percentile: 90, atMost: 200ms }
                charts:
                  - { title: T, of: [s/shard/*, c], figure: delay }
                """);

        Scenario scenario = ScenarioFile.read(file, Map.of());

        assertThat(scenario.setup().getFirst().as()).isEqualTo("shards");
        assertThat(scenario.producers().getFirst().from()).isEqualTo(new Origin.DemoTemplate("${n}", 5, 1.5));
        assertThat(scenario.producers().getFirst().ordered()).isTrue();
        assertThat(scenario.consumers()).containsExactly(new Scenario.ConsumerSpec("c",
                new Scenario.Target("kinesis", "s"), Duration.ofSeconds(2), "", new Scenario.Way.Push(false)));
        assertThat(scenario.steps()).extracting(step -> step.call().toString()).containsExactly("kinesis.A",
                "kinesis.B");
        assertThat(scenario.faults()).extracting(timed -> timed.fault().effect()).containsExactly(
                new Effect.Failure("X", 500, "", true), new Effect.PartialFailure("Y", "", true),
                new Effect.Duplicate(), new Effect.Reorder(3));
        assertThat(scenario.faults().getFirst().fault().seed()).isEqualTo(9);
        assertThat(scenario.expectations()).containsExactly(
                new Expectation.Metered("s/shard/*", "in", "throttles", null, 3L,
                        new Scenario.Window(Duration.ofSeconds(5), Duration.ofSeconds(10))),
                new Expectation.Received(java.util.List.of("p"), java.util.List.of("c"), false, true),
                new Expectation.Delay("c", 90, null, Duration.ofMillis(200)));
        assertThat(scenario.charts()).containsExactly(
                new Scenario.ChartSpec("T", java.util.List.of("s/shard/*", "c"), "in", "delay"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    nmae: x                                          | 2:1: unknown key 'nmae'; did you mean 'name'?
                    clock: fast                                      | 2:8: 'clock' must be a number, not 'fast'
                    clock: 0                                         | 2:8: 'clock' must be above 0
                    setup: [ { CreateStream: {} } ]                  | 2:26: 'CreateStream' must name a service and an operation: kinesis.CreateStream
                    producers: [ { name: a, to: s3:q, demo: ticker } ] | 2:29: 'to' must be kinesis:NAME or firehose:NAME or sqs:NAME or sns:NAME
                    producers: [ { name: a, to: kinesis:q } ]        | 2:14: a producer needs one of demo, file and command
                    producers: [ { name: a, to: kinesis:q, demo: ticker, rate: 5 } ] | 2:60: 'rate' must be a rate such as 300/s, not '5'
                    producers: 3                                     | 2:12: 'producers' must be a list
                    faults: [ { share: 2, throttle: true } ]         | 2:20: 'share' must be above 0 and at most 1
                    faults: [ { at: soon, throttle: true } ]         | 2:17: 'at' must be a span of time such as 90s, 15m or 2h, not 'soon'
                    expect: [ { delivered: { from: [x], bucket: b } } ] | 2:32: there is no producer 'x'; known here:
                    expect: [ { hope: {} } ]                         | 2:13: unknown key 'hope'
                    producers: [ { name: a, to: kinesis:q, demo: template } ] | 2:14: 'template' is missing
                    producers: [ { name: a, to: kinesis:q, demo: template, template: "${nn}" } ] | 2:66: The placeholder ${nn} isn't known.
                    consumers: [ { name: a, from: s3:q } ]           | 2:31: 'from' must be
                    consumers: [ { name: a, from: kinesis:q, via: post } ] | 2:47: 'via' must be one of polling, fan-out, not 'post'
                    consumers: [ { name: a, from: kinesis:q, every: 0s } ] | 2:49: 'every' must be above 0
                    steps: [ { at: 1m } ]                            | 2:10: a step has a time and one operation
                    steps: [ { at: 1m, kinesis.X: { A: "${answer.b.C}" } } ] | 2:36: no earlier operation has 'as: b'
                    steps: [ { at: 2m, kinesis.X: {}, as: b }, { at: 1m, kinesis.X: { A: "${answer.b.C}" } } ] | 2:70: no earlier operation has 'as: b'
                    faults: [ { reorder: 0 } ]                       | 2:22: 'reorder' must be from 1 to 10000 places
                    faults: [ { partial: { code: a, done: maybe } } ] | 2:39: 'done' must be true or false, not 'maybe'
                    expect: [ { received: { from: x, by: y } } ]     | 2:38: there is no consumer 'y'
                    expect: [ { delay: { of: y, percentile: 5 } } ]  | 2:41: 'percentile' must be one of 99, 50, 90, 100, not '5'
                    expect: [ { meter: { of: a, figure: records, between: [2m, 1m] } } ] | 2:55: 'between' must be two spans
                    charts: [ { title: t, of: a, figure: smiles } ]  | 2:38: 'figure' must be one of records, bytes, errors, throttles, delay
                    inputs: { log: { help: a log } }                 | 2:16: input 'log' is missing: a log (give it with --input log=VALUE)
                    """)
    void tellsWhatIsWrongAndWhere(String line, String expected) throws IOException {
        Path file = write("name: n\n" + line + "\nrun: { for: 1m }\n");
        var wrong = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.read(file, Map.of()));
        assertThat(wrong.getMessage()).contains(file + ":" + expected);
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheLines() throws IOException {
        Path file = write("seed: x\nclock: y\n");
        var wrong = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.read(file, Map.of()));
        assertThat(wrong.problems()).extracting(ScenarioException.Problem::line).containsExactly(1, 1, 1, 2);
    }

    @Test
    void tellsWhereTheYamlBreaks() throws IOException {
        Path file = write("name: [unclosed\nrun: { for: 1m }\n");
        assertThatThrownBy(() -> ScenarioFile.read(file, Map.of())).isInstanceOf(ScenarioException.class)
                .hasMessageContaining(file + ":2:");
    }

    @Test
    void tellsThatThereIsNoFile() {
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml"), Map.of()))
                .hasMessageEndingWith("none.yaml: there is no such file");
    }

    @Test
    void refusesInputsItDoesNotAskFor() throws IOException {
        Path file = write("name: n\nrun: { for: 1m }\n");
        assertThatThrownBy(() -> ScenarioFile.read(file, Map.of("x", "1")))
                .hasMessageContaining("there is no input 'x'");
    }

    @Test
    void checksWhatIsBeingWritten() {
        var problems = ScenarioFile.check("name: n\nclock: fast\n", folder);
        assertThat(problems).extracting(ScenarioException.Problem::text)
                .contains("'clock' must be a number, not 'fast'")
                .anySatisfy(text -> assertThat(text).contains("'run: { for: ... }' is missing"));
    }

    @Test
    void takesWhatOnlyAnInputCanTellToBeRight() {
        var problems = ScenarioFile.check("""
                name: n
                inputs: { log: { help: a log }, rate: { help: how fast } }
                producers: [ { name: a, to: kinesis:q, file: "${input.log}", rate: "${input.rate}" } ]
                run: { for: 1m }
                """, folder);
        assertThat(problems).isEmpty();
    }

    @Test
    void neverThrowsWhateverIsBeingWritten() throws IOException {
        String good = Files.readString(SCENARIOS.resolve("firehose-lab.yaml"));
        String signs = "{}[]:-,#&*!|>'\"%@`? \n\t\0\u00e9x1";
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(good.substring(0, random.nextInt(good.length() + 1)));
            for (int change = random.nextInt(4); change > 0 && !text.isEmpty(); change--) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(ScenarioFile.check(text.toString(), SCENARIOS)).as(text.toString()).isNotNull();
        }
        for (String odd : java.util.List.of("", "a", "[]", "&a [*a]", "a: &x {b: *x}", "? {a: b}\n: c",
                "setup: [ {a: 1, [b]: 2} ]",
                "setup: [ { s3.X: { [a]: 1 } } ]", "setup: [ { s3.X: { a: 99999999999999999999 } } ]", "inputs: 3",
                "inputs: { a: 1 }", "inputs: [a]", "expect: [ { sql: 1 } ]", "run: { for: 99999999999999999999d }",
                "producers: [ { name: a, to: kinesis:q, file: \"a\\0b\" } ]")) {
            assertThat(ScenarioFile.check(odd, folder)).as(odd).isNotEmpty();
        }
    }

    @Test
    void hasItsSchema() {
        assertThat(ScenarioFile.schema()).contains("\"Aforo scenario\"");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }
}
