package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.charts.Mark;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Buffers view over a delivery stream, with the clock in hand. */
class BuffersViewTest {

    private static final String VIEW = "org.aforo.ui.buffers";
    private static final String ARN = "arn:aws:firehose:" + TickerBench.ACCOUNT + "deliverystream/buffers-test";
    private static final int RECORDS = 3;
    private static final int NEXT = 4;
    private static final int LAST = 6;
    /** Of a cell, around its text. */
    private static final int ROOM = 8;

    private LiveResource stream;
    private IViewPart view;
    private Table table;

    @BeforeEach
    void fillABuffer() {
        TickerBench.call("s3", "CreateBucket", "{'Bucket':'buffers-test'}");
        TickerBench.call("firehose", "CreateDeliveryStream", """
                {'DeliveryStreamName':'buffers-test','DeliveryStreamType':'DirectPut',
                 'ExtendedS3DestinationConfiguration':{'RoleARN':'arn:aws:iam::000000000000:role/firehose',
                  'BucketARN':'arn:aws:s3:::buffers-test','BufferingHints':{'SizeInMBs':5,'IntervalInSeconds':60}}}""");
        stream = TickerBench.active(ARN);
        view = TickerBench.showIn(VIEW, stream);
        table = Ui.find(Ui.control(view), Table.class, found -> found.getColumnCount() > LAST);
        TickerBench.clock(0);
    }

    @AfterEach
    void runOn() {
        TickerBench.clock(1);
        TickerBench.call("firehose", "DeleteDeliveryStream", "{'DeliveryStreamName':'buffers-test'}");
        Ui.until("the delivery stream to go", () -> TickerBench.bench().resource(ARN).isEmpty());
    }

    private void put() {
        TickerBench.call("firehose", "PutRecord",
                "{'DeliveryStreamName':'buffers-test','Record':{'Data':'aGVsbG8='}}");
    }

    private String cell(int column) {
        return Arrays.stream(table.getItems()).filter(item -> item.getText(0).equals("buffers-test"))
                .filter(item -> item.getText(1).equals("buffer")).map(item -> item.getText(column)).findFirst()
                .orElse("");
    }

    @Test
    void aStepOfTheClockFlushesTheBuffer() {
        put();
        put();
        Ui.until("two records waiting", () -> cell(RECORDS).equals("2"));
        Ui.until("a countdown", () -> cell(NEXT).startsWith("60"));

        TickerBench.send("/clock/advance", "{'seconds':61}");

        Ui.until("the buffer to be empty", () -> cell(RECORDS).equals("0"));
        Ui.until("the flush to be told", () -> cell(LAST).contains("2"));
        assertThat(cell(NEXT)).doesNotContain("s");
        LiveChart chart = Ui.all(Ui.control(view), LiveChart.class).getFirst();
        Ui.until("a mark of the flush", () -> chart.snapshot().data().plots().stream()
                .flatMap(plot -> plot.marks().stream()).anyMatch(mark -> mark.kind() == Mark.Kind.FLUSH));
    }

    @Test
    void theCountdownStandsWithTheClockAndRunsWithIt() {
        put();
        Ui.until("a countdown", () -> cell(NEXT).startsWith("60"));
        Ui.pump(Duration.ofMillis(700));
        assertThat(cell(NEXT)).startsWith("60");

        TickerBench.clock(10);

        Ui.until("the countdown to run", () -> !cell(NEXT).startsWith("60") && !cell(NEXT).isEmpty());
    }

    @Test
    void buffersHaveRoomForTheirNames() {
        GC gc = new GC(table);
        try {
            for (String name : List.of("incoming bytes", "bytes recibidos")) { // as Data Firehose calls its longest
                assertThat(gc.textExtent(name).x + ROOM).isLessThanOrEqualTo(table.getColumn(1).getWidth());
            }
        } finally {
            gc.dispose();
        }
    }

    @Test
    void onlyWhatIsSelectedIsShown() {
        Ui.until("the rows", () -> table.getItemCount() > 0
                && Arrays.stream(table.getItems()).map(TableItem::getText).allMatch("buffers-test"::equals));

        assertThat(stream.state().buffers()).hasSize(table.getItemCount());
    }
}
