package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;

/** Faults: injected by the dialog, seen on the resource, cleared. */
class FaultsTest {

    private static final int ACTIVITY = 9;
    private static final String PUT = "{\"StreamName\":\"faulty\",\"Data\":\"eA==\",\"PartitionKey\":\"k\"}";

    private final LiveBench bench = LiveBench.embedded();

    @Test
    void aFaultHitsCallsIsSeenAndIsCleared() {
        bench.stream("faulty", 1);
        LiveBench.select("faulty");

        Ui.dialog(() -> Ui.run("org.aforo.ui.faults.inject"), dialog -> Ui.click(ResourcesViewTest.ok(dialog)));

        Ui.until("the fault is seen", () -> !LiveBench.cell(LiveBench.row("faulty"), ACTIVITY).isEmpty());
        assertThatThrownBy(() -> bench.call("kinesis", "PutRecord", PUT)).isInstanceOf(AssertionError.class);

        LiveBench.select("faulty");
        Ui.run("org.aforo.ui.faults.clear");
        Ui.until("it is seen no more", () -> LiveBench.cell(LiveBench.row("faulty"), ACTIVITY).isEmpty());
        assertThat(bench.call("kinesis", "PutRecord", PUT).path("ShardId").asString("")).startsWith("shardId-");
        bench.delete("faulty");
    }

    @Test
    void whatWasInjectedAndClearedIsUndoneStepByStep() {
        bench.stream("undone", 1);
        LiveBench.select("undone");
        IUndoableOperation earlier = undoable();
        Ui.dialog(() -> Ui.run("org.aforo.ui.faults.inject"), dialog -> Ui.click(ResourcesViewTest.ok(dialog)));
        Ui.until("the fault is seen", () -> faults() == 1);
        Ui.until("that can be undone", () -> undoable() != earlier);
        IUndoableOperation injected = undoable();
        Ui.run("org.aforo.ui.faults.clear");
        Ui.until("it is gone", () -> faults() == 0);
        Ui.until("that can be undone too", () -> undoable() != injected);

        step("org.eclipse.ui.edit.undo");
        Ui.until("clearing is undone", () -> faults() == 1);
        step("org.eclipse.ui.edit.undo");
        Ui.until("injecting is undone", () -> faults() == 0);
        step("org.eclipse.ui.edit.redo");
        Ui.until("it is injected again", () -> faults() == 1);
        step("org.eclipse.ui.edit.redo");
        Ui.until("it is cleared again", () -> faults() == 0);
        bench.delete("undone");
    }

    /** What an undo would undo; null for nothing. */
    private static IUndoableOperation undoable() {
        return OperationHistoryFactory.getOperationHistory()
                .getUndoOperation(PlatformUI.getWorkbench().getOperationSupport().getUndoContext());
    }

    private int faults() {
        return bench.ask(control -> control.get("/faults")).path("faults").size();
    }

    /** One step, once the one before it has ended. */
    private static void step(String command) {
        Ui.until(command, () -> Ui.window().getService(ICommandService.class).getCommand(command).isEnabled());
        Ui.run(command);
    }
}
