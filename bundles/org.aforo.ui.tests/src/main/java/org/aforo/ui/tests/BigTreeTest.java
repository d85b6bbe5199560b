package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream of ten thousand shards in the Resources view: nobody waits for it. */
class BigTreeTest {

    private static final int SHARDS = 10_000;
    private static final Duration BOUND = Duration.ofMillis(100);
    private static final Duration WHILE = Duration.ofSeconds(2);

    private final LiveBench bench = LiveBench.embedded();

    @AfterEach
    void limits() {
        bench.delete("huge");
        bench.ask(control -> control.put("/quotas", Control.object().put("lifted", false)));
    }

    @Test
    void theUiThreadIsNeverBlockedForLongByTenThousandShards() {
        bench.ask(control -> control.put("/quotas", Control.object().put("lifted", true)));
        Tree tree = LiveBench.tree();
        try (Watchdog watchdog = new Watchdog(Ui.display())) {
            Ui.pump(WHILE);
            Duration noise = watchdog.longest();

            LiveResource stream = bench.stream("huge", SHARDS);
            Ui.until("all shards", () -> bench.connection().children(stream).size() == SHARDS);
            Ui.pump(WHILE);
            Duration arriving = watchdog.longest();
            LiveBench.enter(LiveBench.row("huge"));
            Ui.pump(WHILE);
            Duration opening = watchdog.longest();
            TreeItem group = LiveBench.row("huge").getItem(10);
            LiveBench.enter(group);
            Ui.pump(WHILE);
            Duration openingGroup = watchdog.longest();
            for (int row = 0; row < group.getItemCount(); row += 25) {
                tree.showItem(group.getItem(row));
                Ui.pump(Duration.ofMillis(30));
            }
            Duration scrolling = watchdog.longest();

            assertThat(group.getItemCount()).as("rows of a group").isGreaterThan(100);
            Duration bound = BOUND.plus(noise);
            assertThat(arriving).as("shards arriving").isLessThan(bound);
            assertThat(opening).as("opening the stream").isLessThan(bound);
            assertThat(openingGroup).as("opening a group").isLessThan(bound);
            assertThat(scrolling).as("scrolling").isLessThan(bound);
        }
    }
}
