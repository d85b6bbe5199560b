package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The scenarios that come with Aforo, run as a user runs them; two at a time, for most of their time they wait. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class LabTest {

    @TempDir
    private Path folder;

    @Test
    void theFirehoseLabHolds() throws Exception {
        Run run = run("firehose-lab.yaml");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("All expectations hold").doesNotContain("FAILED");
        Element suites = assertReports("<svg");
        assertThat(suites.getElementsByTagName("testcase").getLength()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hot-shard.yaml", "async-web.yaml", "resharding-under-load.yaml", "image-fanout.yaml",
            "fan-out.yaml", "priorities.yaml", "poison-message.yaml"})
    void theScenariosHold(String scenario) throws Exception {
        Run run = run(scenario);

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("All expectations hold").doesNotContain("FAILED");
        assertReports("<svg");
    }

    @Test
    void anAccessLogOfOnesOwnFlowsThrough() throws Exception {
        Path log = Files.writeString(folder.resolve("own.log"), IntStream.range(0, 3000).mapToObj(i -> """
                10.0.%d.%d - ana [01/Jan/2026:00:00:00 +0000] "GET /ñ/%d HTTP/1.1" 200 %d "-" "a \\"quoted\\" agent"
                """.formatted(i / 250, i % 250, i, i * 7)).collect(Collectors.joining()));

        Run run = run("clickstream.yaml", "--input", log.toString(), "--keep", folder.resolve("kept").toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("All expectations hold");
        assertReports("<svg");
        Run sql = Run.aforo("sql", "SELECT count(*) AS n FROM 's3://clicks/log/**'", "--format", "csv", "--data",
                folder.resolve("kept").toString());
        assertThat(sql.out()).as(sql.err()).contains("3000");
    }

    @Test
    void anInputThatIsNotThereIsToldAtOnce() throws Exception {
        Run run = run("clickstream.yaml", "--input", folder.resolve("missing.log").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("missing.log").doesNotContain("Exception");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anExpectationThatDoesNotHoldIsAFailure() throws Exception {
        Path scenario = Files.writeString(folder.resolve("wrong.yaml"), """
                name: Wrong
                clock: 1000
                setup:
                  - s3.CreateBucket: { Bucket: empty }
                run: { for: 1s }
                expect:
                  - objects: { bucket: empty, atLeast: 1 }
                """);

        Run run = Run.aforo("run", scenario.toString(), "--report", folder.resolve("report").toString());

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED", "Not all expectations hold");
        assertThat(assertReports("do not hold").getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    private Run run(String scenario, String... more) throws Exception {
        String[] arguments = Stream.concat(
                Stream.of("run", Launcher.HOME.resolve("scenarios/" + scenario).toString(), "--report",
                        folder.resolve("report").toString()),
                Stream.of(more)).toArray(String[]::new);
        ProcessBuilder process = Launcher.process(arguments);
        return Run.of(process.directory(Launcher.HOME.toFile()));
    }

    /** Both reports are there and well formed; gives JUnit's root. */
    private Element assertReports(String part) throws Exception {
        assertThat(folder.resolve("report/report.html")).content().startsWith("<!doctype html>")
                .contains("</html>", part);
        Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(folder.resolve("report/junit.xml").toFile()).getDocumentElement();
        assertThat(root.getTagName()).startsWith("testsuite");
        return root;
    }
}
