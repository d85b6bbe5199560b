package org.aforo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    @ValueSource(strings = {"firehose-lab.yaml", "clickstream.yaml"})
    void readsTheShippedScenarios(String name) throws ScenarioException {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve(name), Map.of());
        assertThat(scenario.setup()).isNotEmpty();
        assertThat(scenario.producers()).isNotEmpty();
        assertThat(scenario.expectations()).isNotEmpty();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    nmae: x                                          | 2:1: unknown key 'nmae'; did you mean 'name'?
                    clock: fast                                      | 2:8: 'clock' must be a number, not 'fast'
                    clock: 0                                         | 2:8: 'clock' must be above 0
                    setup: [ { CreateStream: {} } ]                  | 2:26: 'CreateStream' must name a service and an operation: kinesis.CreateStream
                    producers: [ { name: a, to: sqs:q, demo: ticker } ] | 2:29: 'to' must be kinesis:STREAM or firehose:DELIVERY-STREAM
                    producers: [ { name: a, to: kinesis:q } ]        | 2:14: a producer needs one of demo, file and command
                    producers: [ { name: a, to: kinesis:q, demo: ticker, rate: 5 } ] | 2:60: 'rate' must be a rate such as 300/s, not '5'
                    producers: 3                                     | 2:12: 'producers' must be a list
                    faults: [ { share: 2, throttle: true } ]         | 2:20: 'share' must be above 0 and at most 1
                    faults: [ { at: soon, throttle: true } ]         | 2:17: 'at' must be a span of time such as 90s, 15m or 2h, not 'soon'
                    expect: [ { delivered: { from: [x], bucket: b } } ] | 2:32: there is no producer 'x'; known here:
                    expect: [ { hope: {} } ]                         | 2:13: unknown key 'hope'
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
