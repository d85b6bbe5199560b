package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.aforo.client.LiveResource;
import org.aforo.ui.Selections;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Flow view over a stream that a delivery stream reads into a bucket. */
class FlowViewTest {

    private static final String VIEW = "org.aforo.ui.flow";
    private static final String STREAM = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/flow-test";
    private static final String DELIVERY = "arn:aws:firehose:" + TickerBench.ACCOUNT + "deliverystream/flow-test";
    private static final String BUCKET = "arn:aws:s3:::flow-test";

    private IViewPart view;
    private Composite part;

    @BeforeEach
    void aFlow() {
        TickerBench.call("s3", "CreateBucket", "{'Bucket':'flow-test'}");
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'flow-test','ShardCount':2}");
        LiveResource stream = TickerBench.active(STREAM);
        TickerBench.call("firehose", "CreateDeliveryStream", """
                {'DeliveryStreamName':'flow-test','DeliveryStreamType':'KinesisStreamAsSource',
                 'KinesisStreamSourceConfiguration':{'KinesisStreamARN':'%s',
                  'RoleARN':'arn:aws:iam::000000000000:role/firehose'},
                 'ExtendedS3DestinationConfiguration':{'RoleARN':'arn:aws:iam::000000000000:role/firehose',
                  'BucketARN':'%s'}}""".formatted(STREAM, BUCKET));
        TickerBench.active(DELIVERY);
        TickerBench.tick(stream, 200);
        view = TickerBench.showIn(VIEW, stream);
        part = Ui.control(view);
    }

    @AfterEach
    void nothingStays() {
        TickerBench.send("/reset", "{}");
        Ui.until("all to go", () -> TickerBench.bench().resource(STREAM).isEmpty());
    }

    @Test
    void theTableTellsWhatThePictureShows() {
        Ui.run(VIEW + ".table");
        try {
            Table table = Ui.find(part, Table.class, Table::isVisible);
            Ui.until("what flows into the delivery stream",
                    () -> row(table, "stream").matches(".*source \u2192 flow-test \\(.*/s.*/s\\).*"));
            assertThat(row(table, "delivery-stream")).contains("delivers to \u2192 flow-test");
            assertThat(row(table, "bucket")).isNotEmpty();
        } finally {
            Ui.run(VIEW + ".table");
        }
    }

    @Test
    void arrowKeysFollowTheDataAndSelect() {
        Canvas canvas = Ui.find(part, Canvas.class, found -> found.getClass().getSimpleName().equals("FlowCanvas"));
        canvas.setFocus();
        Ui.until("the stream", () -> {
            TickerBench.showIn(VIEW, TickerBench.active(STREAM));
            press(canvas, SWT.ARROW_RIGHT);
            return selected().equals(DELIVERY);
        });

        press(canvas, SWT.ARROW_RIGHT);
        assertThat(selected()).isEqualTo(BUCKET);
        press(canvas, SWT.ARROW_LEFT);
        assertThat(selected()).isEqualTo(DELIVERY);
    }

    @Test
    void thePictureIsExported(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("flow.png");
        Path svg = folder.resolve("flow.svg");
        Ui.until("the picture", () -> {
            Ui.run(VIEW + ".export", "file", svg.toString());
            Ui.until("the file", () -> Files.exists(svg));
            return text(svg).contains(">flow-test<");
        });
        Ui.run(VIEW + ".export", "file", png.toString());
        Ui.until("the image", () -> image(png));
    }

    private String selected() {
        return Selections.resources(view.getSite().getSelectionProvider().getSelection()).stream()
                .map(LiveResource::arn).findFirst().orElse("");
    }

    private static void press(Canvas canvas, int key) {
        Event event = new Event();
        event.keyCode = key;
        canvas.notifyListeners(SWT.KeyDown, event);
        Ui.settle();
    }

    /** The line of a resource of that kind, its columns one after the other. */
    private static String row(Table table, String kind) {
        return Arrays.stream(table.getItems()).filter(item -> item.getText(0).equals("flow-test")
                && item.getText(1).startsWith(kind + " ")).map(item -> line(table, item)).findFirst().orElse("");
    }

    private static String line(Table table, TableItem item) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < table.getColumnCount(); i++) {
            line.append(item.getText(i)).append('|');
        }
        return line.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean image(Path file) {
        try {
            return Files.exists(file) && ImageIO.read(file.toFile()).getWidth() > 400;
        } catch (IOException | NullPointerException e) {
            return false;
        }
    }
}
