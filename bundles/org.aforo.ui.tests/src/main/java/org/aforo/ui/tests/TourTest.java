package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.ui.Notices;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The guided tour: every step's action is there, and all together they do the lab. */
class TourTest {

    private static final int STEPS = 23;
    private static final String TOUR = "org.eclipse.ui.cheatsheets.views.CheatSheetView";
    private static final String STEP = "org.aforo.ui.help.step";

    private static Document sheet(String path) throws Exception {
        try (InputStream in = Platform.getBundle("org.aforo.ui.help").getEntry(path).openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static BenchConnection bench() {
        return Ui.await("the bench", () -> Connections.shared().all().stream()
                .filter(open -> open.embedded() && open.state() == BenchConnection.State.LIVE).findFirst()
                .orElse(null));
    }

    private static List<ParameterizedCommand> commands(Document sheet) throws Exception {
        ICommandService service = PlatformUI.getWorkbench().getService(ICommandService.class);
        NodeList found = sheet.getElementsByTagName("command");
        List<ParameterizedCommand> commands = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            commands.add(service.deserialize(((Element) found.item(i)).getAttribute("serialization")));
        }
        return commands;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheatsheets/firehose.xml", "nl/es/cheatsheets/firehose.xml"})
    void everyStepIsThereAndItsActionDefined(String path) throws Exception {
        Document sheet = sheet(path);

        assertThat(sheet.getElementsByTagName("item").getLength()).isEqualTo(STEPS);
        assertThat(commands(sheet)).hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(command.getCommand().isDefined()).as(command.getId()).isTrue());
    }

    @Test
    void bothLanguagesDoTheSame() throws Exception {
        assertThat(commands(sheet("nl/es/cheatsheets/firehose.xml")))
                .isEqualTo(commands(sheet("cheatsheets/firehose.xml")));
    }

    @Test
    void opensBesideTheViews() {
        Ui.run("org.aforo.ui.help.tour");

        assertThat(Ui.page().findView(TOUR)).isNotNull();
    }

    @Test
    void noStepHidesTheTourOrTakesTheFocusFromIt() throws Exception {
        Ui.run("org.aforo.ui.help.tour");
        IViewPart tour = Ui.page().showView(TOUR);

        for (String step : List.of("stream", "buffers", "throughput", "records", "properties")) {
            Ui.run(STEP, STEP + ".name", step);
            Ui.until(step, () -> Arrays.stream(Job.getJobManager().find(null))
                    .noneMatch(job -> job.getName().equals("Guided tour")));
            Ui.settle();

            assertThat(Ui.page().isPartVisible(tour)).as(step).isTrue();
            assertThat(Ui.page().getActivePart()).as(step).isSameAs(tour);
        }
        bench().control().post("/reset", Control.object());
    }

    @Test
    void theStepsInTheirOrderDoTheLab() throws Exception {
        BenchConnection bench = bench();
        long failures = failures();
        IHandlerService handlers = Ui.window().getService(IHandlerService.class);

        for (ParameterizedCommand command : commands(sheet("cheatsheets/firehose.xml"))) {
            if (command.getId().equals(STEP)) {
                handlers.executeCommand(command, null);
                Ui.until(command.serialize(), () -> Arrays.stream(Job.getJobManager().find(null))
                        .noneMatch(job -> job.getName().equals("Guided tour")));
                Ui.settle();
                assertThat(failures()).as(command.serialize() + ": " + Notices.all()).isEqualTo(failures);
                awaitFlow(bench, command);
            }
        }

        // What flowed has landed, and SQL reads it back
        assertThat(bench.control().call("s3", "ListObjectsV2", Control.object().put("Bucket", "bolsa")
                .put("Prefix", "datos/")).path("Contents").size()).isPositive();
        Table answers = Ui.find(Ui.control(Ui.show("org.aforo.ui.help.answers")), Table.class, any -> true);
        assertThat(answers.getColumn(0).getText()).isEqualTo("SECTOR");
        assertThat(answers.getItemCount()).isPositive();
    }

    /** Gives the demo data a moment, so that there is something to deliver. */
    private static void awaitFlow(BenchConnection bench, ParameterizedCommand command) {
        if (command.getParameterMap().containsValue("start")) {
            Ui.until("records", () -> bench.resources().stream()
                    .anyMatch(one -> one.state().name().equals("kinesis1") && one.state().in().records() > 0));
        }
    }

    private static long failures() {
        return Notices.all().stream().filter(Notices.Notice::error).count();
    }
}
