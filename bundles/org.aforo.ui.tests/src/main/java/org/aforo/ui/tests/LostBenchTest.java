package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.charts.Series;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bench that dies and comes back: what is no more of now is marked as such, and nobody is disturbed. */
class LostBenchTest {

    private static final String NAME = "Far away";
    private static final String STREAM = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/lost";
    private static final int STATE = 1;
    private static final int RECORDS_IN = 2;

    private Wire wire;
    private BenchConnection far;

    @BeforeEach
    void aBenchBehindAWire() throws IOException {
        wire = new Wire(TickerBench.bench().endpoint());
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'lost','ShardCount':1}");
        TickerBench.tick(TickerBench.active(STREAM), 200);
        far = Connections.shared().connect(NAME, wire.endpoint(), false);
        Ui.until("the connection", () -> far.state() == BenchConnection.State.LIVE);
    }

    @AfterEach
    void nothingStays() {
        // what is selected of a bench that goes would be followed to whatever takes its place in the tree
        Ui.show(LiveBench.RESOURCES).getSite().getSelectionProvider().setSelection(StructuredSelection.EMPTY);
        Connections.shared().disconnect(far);
        wire.close();
        TickerBench.send("/reset", "{}");
        Ui.until("all to go", () -> TickerBench.bench().resource(STREAM).isEmpty());
    }

    @Test
    void whatIsStaleIsMarkedUntilTheBenchIsBack() throws IOException {
        LiveResource stream = Ui.await("the stream", () -> far.resource(STREAM).orElse(null));
        LiveChart chart = Ui.all(Ui.control(TickerBench.showIn("org.aforo.ui.throughput", stream)), LiveChart.class)
                .getFirst();
        Ui.until("a line", () -> line(chart) != null && line(chart).peak() > 0);
        Ui.until("its rate in the tree", () -> !cell(row("lost"), RECORDS_IN).isEmpty());
        select(stream, "lost"); // what is above a selected row is to be brought up to date too
        List<Shell> shells = List.of(Ui.display().getShells());

        wire.cut();

        Ui.until("the status line to tell",
                () -> statusLine().anyMatch(text -> text.startsWith(NAME + " doesn't answer")));
        Ui.until("the bench is told as lost", () -> cell(connection(), STATE).startsWith("lost: "));
        Ui.until("its stream as stale", () -> cell(row("lost"), STATE).equals("ACTIVE (stale)"));
        assertThat(cell(row("lost"), RECORDS_IN)).isEmpty();
        Ui.until("its buffers as unknown", () -> buffers().stream().filter(item -> item.getText(0).startsWith("lost /"))
                .anyMatch(item -> item.getText(0).endsWith("(stale)") && item.getText(2).equals("\u2013")));
        Ui.until("the chart to tell no figure of now", () -> Double.isNaN(line(chart).last()));

        wire.join();

        Ui.until("the status line to tell", () -> statusLine().anyMatch((NAME + " answers again")::equals));
        Ui.until("the bench is live", () -> cell(connection(), STATE).equals("live"));
        Ui.until("its stream too", () -> cell(row("lost"), STATE).equals("ACTIVE"));
        Ui.until("the line to go on", () -> line(chart) != null && line(chart).last() > 0);
        assertThat(line(chart).line().high()).as("the gap").contains(Double.NaN);
        assertThat(Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible)).allMatch(shells::contains);
    }

    /** What steers a bench, or a stream on it. */
    private static final List<String> STEERING = List.of("org.aforo.ui.clock.pause", "org.aforo.ui.clock.step",
            "org.aforo.ui.faults.inject", "org.aforo.ui.faults.clear", "org.aforo.ui.producers.send",
            "org.aforo.ui.producers.stop", "org.aforo.ui.records.send", "org.aforo.ui.wizards.update",
            "org.eclipse.ui.edit.delete");

    @Test
    void aLostBenchIsNotSteered() throws IOException {
        offWhileLost(STREAM, "lost", STEERING);
    }

    @Test
    void aQueueOfALostBenchIsNotEmptied() throws IOException {
        TickerBench.call("sqs", "CreateQueue", "{'QueueName':'lost-queue'}");
        offWhileLost("arn:aws:sqs:" + TickerBench.ACCOUNT + "lost-queue", "lost-queue",
                List.of("org.aforo.ui.wizards.empty", "org.aforo.ui.wizards.update", "org.eclipse.ui.edit.delete"));
    }

    private void offWhileLost(String arn, String name, List<String> commands) throws IOException {
        LiveResource resource = Ui.await(name, () -> far.resource(arn).orElse(null));
        select(resource, name);
        on("before", commands);

        wire.cut();
        commands.forEach(command -> Ui.until(command + " is off", () -> !enabled(command)));

        wire.join();
        on("again", commands);
    }

    private static void select(LiveResource resource, String name) {
        ISelectionProvider tree = Ui.show("org.aforo.ui.resources").getSite().getSelectionProvider();
        Ui.until("its row to be selected", () -> {
            tree.setSelection(StructuredSelection.EMPTY);
            tree.setSelection(new StructuredSelection(resource));
            return row(name) != null && !tree.getSelection().isEmpty();
        });
    }

    private static void on(String when, List<String> commands) {
        commands.forEach(command -> Ui.until(command + " is on " + when, () -> enabled(command)));
    }

    private static Stream<String> statusLine() {
        return Ui.all(Ui.window().getShell(), CLabel.class).stream().map(CLabel::getText);
    }

    private static boolean enabled(String command) {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled();
    }

    private Series line(LiveChart chart) {
        return chart.snapshot().data().series().stream().filter(line -> line.id().endsWith(STREAM + " RECORDS_IN"))
                .findFirst().orElse(null);
    }

    private static List<TableItem> buffers() {
        Table table = Ui.find(Ui.control(Ui.show("org.aforo.ui.buffers")), Table.class, Table::isVisible);
        return Arrays.asList(table.getItems());
    }

    private static TreeItem connection() {
        return Arrays.stream(LiveBench.tree().getItems()).filter(item -> item.getText().equals(NAME)).findFirst()
                .orElse(null);
    }

    /** The row inside that connection. */
    private static TreeItem row(String name) {
        TreeItem top = connection();
        return top == null ? null : PluginsViewTest.find(top, name);
    }

    private static String cell(TreeItem item, int column) {
        return item == null ? "" : LiveBench.cell(item, column);
    }
}
