package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.Notices;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
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
    void aBrokenFileIsToldWithItsPlace() throws IOException {
        file = ScenarioFiles.write("broken", "name: [broken\n");

        Ui.run(RUN);

        Ui.until("the end", () -> ScenarioFiles.result("broken").equals("Could not run"));
        Ui.until("what is wrong", () -> Notices.all().stream()
                .anyMatch(notice -> notice.error() && notice.text().contains("broken.yaml:2:1: ")));
    }

    @Test
    void aRunThatIsOverCanBeRunAgainAndItsReportOpened() throws IOException {
        file = ScenarioFiles.write("again", scenario("Again", "1s", "atMost: 0"));

        Ui.run(RUN);
        Ui.until("the end", () -> ScenarioFiles.result("again").equals("Passed"));

        Ui.until("the tool bar to know", () -> enabled("run") && !enabled("stop") && enabled("report"));
        assertThat(connection("Again")).extracting(BenchConnection::state).isEqualTo(BenchConnection.State.ENDED);
    }

    @Test
    void aFileIsRenamedCopiedAndDeleted() throws IOException {
        file = ScenarioFiles.write("first", scenario("First", "1s", "atMost: 0"));
        Path renamed = file.resolveSibling("second.yaml");
        Path copy = file.resolveSibling("third.yaml");

        Ui.dialog(() -> Ui.run("org.eclipse.ui.edit.rename"), ask -> answer(ask, "second"));
        assertThat(file).doesNotExist();
        assertThat(renamed).isRegularFile();

        Ui.dialog(() -> Ui.run("org.aforo.ui.scenarios.copy"), ask -> answer(ask, "third"));
        assertThat(copy).hasSameTextualContentAs(renamed);

        file = renamed;
        Ui.dialog(() -> Ui.run("org.eclipse.ui.edit.delete"), ScenariosViewTest::confirm); // the copy is selected
        assertThat(copy).doesNotExist();
        assertThat(renamed).isRegularFile();
    }

    @Test
    void closingTheWorkbenchAsksWhileAScenarioRuns() throws IOException {
        file = ScenarioFiles.write("unfinished", scenario("Unfinished", "100h", "atMost: 0"));
        Ui.run(RUN);
        Ui.until("the run", () -> ScenarioFiles.result("unfinished").equals("Running"));

        Ui.dialog(() -> assertThat(PlatformUI.getWorkbench().close()).isFalse(), ask -> {
            assertThat(Ui.all(ask, Label.class).stream().map(Label::getText))
                    .anyMatch(text -> text.contains("Unfinished is still running"));
            Ui.click(Ui.named(ask, Button.class, IDialogConstants.CANCEL_LABEL));
        });

        assertThat(ScenarioFiles.result("unfinished")).isEqualTo("Running");
        Ui.run(STOP);
        Ui.until("the stop", () -> ScenarioFiles.result("unfinished").equals("Stopped"));
    }

    private static void answer(Shell ask, String name) {
        Ui.type(Ui.find(ask, Text.class, Text::getEditable), name);
        confirm(ask);
    }

    private static void confirm(Shell ask) {
        Ui.click(
                Ui.find(ask, Button.class, button -> Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData())));
    }

    /** Whether the view's tool bar offers a command. */
    private static boolean enabled(String command) {
        MPart part = Ui.show(ScenarioFiles.VIEW).getSite().getService(MPart.class);
        return part.getToolbar().getChildren().stream()
                .filter(item -> item.getElementId().equals("org.aforo.ui.scenarios." + command))
                .anyMatch(item -> ((MItem) item).isEnabled());
    }

    private static BenchConnection connection(String name) {
        return Connections.shared().all().stream().filter(bench -> bench.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> connections() {
        return Connections.shared().all().stream().map(bench -> bench.name()).toList();
    }

    private static List<TableItem> expectations() {
        return Arrays.asList(Ui.all(Ui.control(Ui.show(ScenarioFiles.VIEW)), Table.class).get(1).getItems());
    }
}
