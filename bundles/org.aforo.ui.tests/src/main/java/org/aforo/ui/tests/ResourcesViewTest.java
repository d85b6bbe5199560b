package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;

/** The Resources view: connections, resources, live figures, the filter. */
class ResourcesViewTest {

    private static final int STATE = 1;
    private static final int RECORDS_IN = 2;
    private static final int RECORDS_OUT = 3;

    private final LiveBench bench = LiveBench.embedded();

    @Test
    void aResourceThatIsMadeAppearsAndItsRatesMove() {
        LiveResource stream = bench.stream("view-rates", 2);
        TreeItem row = LiveBench.row("view-rates");
        Ui.until("its state", () -> LiveBench.cell(LiveBench.row("view-rates"), STATE).equals("ACTIVE"));
        assertThat(LiveBench.cell(row, RECORDS_IN)).isEmpty();

        String producer = bench.ask(control -> control.post("/producers",
                Control.object().put("arn", stream.arn()).put("rate", 50))).path("id").asString();

        Ui.until("records come in", () -> !LiveBench.cell(LiveBench.row("view-rates"), RECORDS_IN).isEmpty());
        bench.ask(control -> control.delete("/producers/" + producer));
        Ui.until("the rate falls", () -> LiveBench.cell(LiveBench.row("view-rates"), RECORDS_IN).isEmpty());
        bench.delete("view-rates");
        Ui.until("the row is gone", () -> LiveBench.rowNow("view-rates") == null);
    }

    @Test
    void selectionAndOpenRowsOutlastOthersComingAndGoing() {
        bench.stream("view-b", 3);
        LiveBench.enter(LiveBench.row("view-b"));
        Ui.until("it is open", () -> LiveBench.row("view-b").getExpanded());
        LiveBench.select("view-b");

        bench.stream("view-a", 1);
        LiveBench.row("view-a");
        bench.delete("view-a");
        Ui.until("the other is gone", () -> LiveBench.rowNow("view-a") == null);

        assertThat(LiveBench.row("view-b").getExpanded()).isTrue();
        assertThat(LiveBench.tree().getSelection()).extracting(TreeItem::getText).containsExactly("view-b");
        bench.delete("view-b");
    }

    @Test
    void theFilterLeavesWhatMatchesAndWhatLeadsThere() {
        bench.stream("filter-kept", 1);
        bench.stream("filter-hidden", 1);
        LiveBench.row("filter-hidden");
        Text filter = Ui.find(Ui.control(Ui.show(LiveBench.RESOURCES)), Text.class, text -> true);

        Ui.type(filter, "ter-kept");

        Ui.until("the other is hidden", () -> LiveBench.rowNow("filter-hidden") == null);
        assertThat(LiveBench.row("filter-kept")).isNotNull();
        Ui.type(filter, "");
        Ui.until("it is back", () -> LiveBench.rowNow("filter-hidden") != null);
        bench.delete("filter-kept");
        bench.delete("filter-hidden");
    }

    @Test
    void aBenchThatDoesNotAnswerIsShownWithTheReasonAndCanBeLetGo() {
        String url = "http://127.0.0.1:" + freePort();

        Ui.dialog(() -> Ui.run("org.aforo.ui.connections.connect"), dialog -> {
            Text field = Ui.find(dialog, Text.class, text -> text.getText().startsWith("http"));
            Ui.type(field, url);
            Ui.click(ok(dialog));
        });

        Ui.until("the reason", () -> LiveBench.cell(LiveBench.row(url), STATE).contains("127.0.0.1"));
        LiveBench.select(url);
        Ui.run("org.aforo.ui.connections.disconnect");
        Ui.until("it is gone", () -> LiveBench.rowNow(url) == null);
        assertThat(Connections.shared().all()).noneMatch(c -> c.name().equals(url));
    }

    @Test
    void theRatesAreSeenInAWindowOf1280() {
        Shell window = Ui.window().getShell();
        Point before = window.getSize();
        try {
            window.setSize(1280, 860);
            Tree tree = LiveBench.tree();
            Ui.until("the window's width", () -> window.getSize().x == 1280);
            Ui.settle();

            assertThat(IntStream.rangeClosed(0, RECORDS_OUT).map(column -> tree.getColumn(column).getWidth()).sum())
                    .isLessThanOrEqualTo(tree.getClientArea().width);
            for (TreeItem service : tree.getItem(0).getItems()) {
                Rectangle text = service.getTextBounds(0);
                assertThat(text.x + extent(tree, service.getText())).as(service.getText())
                        .isLessThanOrEqualTo(tree.getColumn(0).getWidth());
            }
        } finally {
            window.setSize(before);
            Ui.settle();
        }
    }

    private static int extent(Tree tree, String text) {
        GC gc = new GC(tree);
        try {
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    @Test
    void columnsStayAsTheyWereLeft() {
        Tree tree = LiveBench.tree();
        int[] widths = Stream.of(tree.getColumns()).mapToInt(TreeColumn::getWidth).toArray();
        int[] order = tree.getColumnOrder();
        tree.getColumn(0).setWidth(201);
        tree.getColumn(STATE).setWidth(0);
        int[] other = order.clone();
        other[RECORDS_IN] = order[RECORDS_OUT];
        other[RECORDS_OUT] = order[RECORDS_IN];
        tree.setColumnOrder(other);

        Ui.page().hideView(Ui.page().findView(LiveBench.RESOURCES));
        Tree again = LiveBench.tree();
        Ui.settle();

        assertThat(again).isNotSameAs(tree);
        assertThat(again.getColumn(0).getWidth()).isEqualTo(201);
        assertThat(again.getColumn(STATE).getWidth()).isZero();
        assertThat(again.getColumnOrder()).isEqualTo(other);
        for (int column = 0; column < widths.length; column++) {
            again.getColumn(column).setWidth(widths[column]);
        }
        again.setColumnOrder(order);
    }

    static Button ok(Shell dialog) {
        return Ui.find(dialog, Button.class, b -> Integer.valueOf(IDialogConstants.OK_ID).equals(b.getData()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
