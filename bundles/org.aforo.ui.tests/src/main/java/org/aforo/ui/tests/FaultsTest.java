package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
