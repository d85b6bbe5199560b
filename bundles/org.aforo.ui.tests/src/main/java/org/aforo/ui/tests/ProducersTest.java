package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.client.LiveResource;
import org.junit.jupiter.api.Test;

/** Demo data: started by the dialog, seen on the resource, stopped. */
class ProducersTest {

    private static final int ACTIVITY = 9;

    private final LiveBench bench = LiveBench.embedded();

    @Test
    void demoDataFlowsUntilItIsStopped() {
        LiveResource sink = bench.stream("demo-sink", 1);
        LiveBench.select("demo-sink");

        Ui.dialog(() -> Ui.run("org.aforo.ui.producers.send"), dialog -> Ui.click(ResourcesViewTest.ok(dialog)));

        Ui.until("it is seen", () -> LiveBench.cell(LiveBench.row("demo-sink"), ACTIVITY).contains("100"));
        Ui.until("records come in", () -> sink.state().in().records() > 0);

        LiveBench.select("demo-sink");
        Ui.run("org.aforo.ui.producers.stop");
        Ui.until("it is seen no more", () -> LiveBench.cell(LiveBench.row("demo-sink"), ACTIVITY).isEmpty());
        assertThat(bench.ask(control -> control.get("/producers")).path("producers"))
                .noneMatch(p -> p.path("arn").asString().equals(sink.arn()) && p.path("running").asBoolean());

        Ui.run("org.eclipse.ui.edit.undo");
        Ui.until("it flows again", () -> LiveBench.cell(LiveBench.row("demo-sink"), ACTIVITY).contains("100"));
        bench.delete("demo-sink");
    }
}
