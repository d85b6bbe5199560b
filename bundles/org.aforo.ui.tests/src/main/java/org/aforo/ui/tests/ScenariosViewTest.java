package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.aforo.client.Connections;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scenarios are run in processes of their own, and shown live. */
class ScenariosViewTest {

    private static final String RUN = "org.aforo.ui.scenarios.run";
    private static final String STOP = "org.aforo.ui.scenarios.stop";

    private Path file;

    @AfterEach
    void remove() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static String scenario(String name, String span, String expected) {
        return """
                name: %s
                clock: 60
                setup:
                  - s3.CreateBucket: { Bucket: landing }
                run: { for: %s, drain: 1s }
                expect:
                  - objects: { bucket: landing, %s }
                """.formatted(name, span, expected);
    }

    @Test
    void theShippedScenariosAreThere() {
        Table table = Ui.find(Ui.control(Ui.show(ScenarioFiles.VIEW)), Table.class, any -> true);

        Ui.until("the shipped scenarios", () -> table.getItemCount() >= 2);

        assertThat(Arrays.stream(table.getItems()).map(TableItem::getText)).contains("clickstream", "firehose-lab");
    }

    @Test
    void aScenarioIsRunToGreenWithItsBenchAmongTheConnections() throws IOException {
        file = ScenarioFiles.write("green", scenario("All green", "1m", "atMost: 0"));

        Ui.run(RUN);
        Ui.until("the bench of the run", () -> connections().contains("All green"));
        Ui.until("the end", () -> ScenarioFiles.result("green").equals("Passed"));

        assertThat(expectations()).isNotEmpty().allMatch(row -> row.getText(1).equals("Passed"));
    }

    @Test
    void anExpectationThatDoesNotHoldIsRed() throws IOException {
        file = ScenarioFiles.write("red", scenario("All red", "1s", "atLeast: 1"));

        Ui.run(RUN);
        Ui.until("the bench of the run", () -> connections().contains("All red"));
        Ui.until("the end", () -> ScenarioFiles.result("red").equals("Failed"));

        assertThat(expectations()).anyMatch(row -> row.getText(1).equals("Failed"));
    }

    @Test
    void aRunIsStopped() throws IOException {
        file = ScenarioFiles.write("endless", scenario("Endless", "100h", "atMost: 0"));
        Ui.run(RUN);
        Ui.until("the run", () -> ScenarioFiles.result("endless").equals("Running"));

        Ui.run(STOP);

        Ui.until("the stop", () -> ScenarioFiles.result("endless").equals("Stopped"));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains("endless.yaml"))).isEmpty();
    }

    @Test
    void aBrokenFileIsToldInTheLog() throws IOException {
        file = ScenarioFiles.write("broken", "name: [broken\n");

        Ui.run(RUN);

        Ui.until("the end", () -> ScenarioFiles.result("broken").equals("Could not run"));
    }

    private static List<String> connections() {
        return Connections.shared().all().stream().map(bench -> bench.name()).toList();
    }

    private static List<TableItem> expectations() {
        return Arrays.asList(Ui.all(Ui.control(Ui.show(ScenarioFiles.VIEW)), Table.class).get(1).getItems());
    }
}
