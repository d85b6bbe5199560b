package org.aforo.ui.tests;

import java.util.Arrays;

import org.aforo.client.LiveResource;
import org.aforo.ui.charts.LiveChart;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much flows while the bench's clock runs faster than ours: every view tells of the same, of real, seconds. */
class RatesTest {

    private static final String ARN = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/rates";
    private static final int SPEED = 60;
    private static final int RATE = 2;
    private static final int TREE_IN = 2;
    private static final int FLOW_IN = 2;

    private LiveResource stream;

    @BeforeEach
    void aFastBench() {
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'rates','ShardCount':1}");
        stream = TickerBench.active(ARN);
        TickerBench.clock(SPEED);
        TickerBench.tick(stream, RATE);
    }

    @AfterEach
    void nothingStays() {
        TickerBench.clock(1);
        TickerBench.send("/reset", "{}");
        Ui.until("all to go", () -> TickerBench.bench().resource(ARN).isEmpty());
    }

    @Test
    void areOfRealSecondsInEveryView() {
        LiveBench.select("rates");
        Ui.until("the tree's", () -> isReal(LiveBench.cell(LiveBench.row("rates"), TREE_IN)));

        LiveChart chart = Ui.all(Ui.control(TickerBench.showIn("org.aforo.ui.throughput", stream)), LiveChart.class)
                .getFirst();
        Ui.until("the chart's", () -> chart.snapshot().data().series().stream()
                .anyMatch(line -> line.id().endsWith(ARN + " RECORDS_IN") && isReal(line.last())));

        IViewPart flow = TickerBench.showIn("org.aforo.ui.flow", stream);
        Ui.run("org.aforo.ui.flow.table");
        try {
            Table table = Ui.find(Ui.control(flow), Table.class, Table::isVisible);
            Ui.until("that of the flow", () -> Arrays.stream(table.getItems())
                    .anyMatch(
                            item -> item.getText().equals("rates") && isReal(item.getText(FLOW_IN).replace("/s", ""))));
        } finally {
            Ui.run("org.aforo.ui.flow.table");
        }
    }

    @Test
    void areNoughtWhereTheClockStoodAndNothingComes() {
        LiveBench.select("rates");
        Ui.until("a rate", () -> isReal(LiveBench.cell(LiveBench.row("rates"), TREE_IN)));

        TickerBench.clock(0);

        Ui.until("none", () -> LiveBench.cell(LiveBench.row("rates"), TREE_IN).isEmpty());
    }

    private static boolean isReal(String figure) {
        return figure.matches("[\\d.]+") && isReal(Double.parseDouble(figure));
    }

    private static boolean isReal(double rate) {
        return rate > RATE * SPEED / 2 && rate < RATE * SPEED * 2;
    }
}
