package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.aforo.client.Control;
import org.aforo.ui.Notices;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Events view: what it shows, its filter, the jump to a resource. */
class EventsViewTest {

    private static final int TEXT = 4;

    private final LiveBench bench = LiveBench.embedded();
    private final IViewPart view = Ui.show("org.aforo.ui.events");
    private final Table table = Ui.find(Ui.control(view), Table.class, t -> true);

    @AfterEach
    void showAll() {
        Ui.type(filter(), "");
    }

    @Test
    void anEventIsShownAndLeadsToItsResource() {
        bench.stream("eventful", 1);
        Ui.show("org.aforo.ui.events");
        Ui.type(filter(), "eventful");
        Ui.until("the event", () -> table.getItemCount() > 0 && told("eventful"));

        table.setSelection(0);
        notifyTable(SWT.Selection);
        notifyTable(SWT.DefaultSelection);

        Ui.until("the jump", () -> Arrays.stream(LiveBench.tree().getSelection()).map(TreeItem::getText)
                .anyMatch("eventful"::equals));
        bench.delete("eventful");
    }

    @Test
    void throttlingIsToldAsAProblemOfItsShard() {
        String arn = bench.stream("hot", 1).arn();
        bench.ask(control -> control.post("/producers", Control.object().put("arn", arn).put("rate", 5000)
                .put("payload", "ticker").put("total", 20000)));
        Ui.show("org.aforo.ui.events");
        Ui.type(filter(), "throttled");

        Ui.until("the event", () -> told("over a limit"));
        assertThat(table.getItem(0).getText(TEXT - 1)).isIn("hot", "shardId-\u20260");
        bench.delete("hot");
    }

    @Test
    void whatTheWorkbenchTellsIsShownInFull() {
        Notices.failed("Test of notices", "it did not work\nbecause of this");
        Ui.type(filter(), "test of notices");
        Ui.until("the notice", () -> table.getItemCount() == 1);

        table.setSelection(0);
        notifyTable(SWT.Selection);

        assertThat(Ui.all(Ui.control(view), Text.class)).anyMatch(text -> text.getText().contains("because of this"));
    }

    @Test
    void aFilterThatNothingFitsLeavesNothing() {
        Notices.done("Something", "happened");
        Ui.until("a row", () -> table.getItemCount() > 0);

        Ui.type(filter(), "no event contains this");

        assertThat(table.getItemCount()).isZero();
    }

    private boolean told(String text) {
        return Arrays.stream(table.getItems()).map(item -> cell(item)).anyMatch(cell -> cell.contains(text));
    }

    private static String cell(TableItem item) {
        return item.getText(TEXT);
    }

    private Text filter() {
        return Ui.find(Ui.control(view), Text.class, text -> (text.getStyle() & SWT.SEARCH) != 0);
    }

    private void notifyTable(int type) {
        Event event = new Event();
        event.item = table.getItem(0);
        table.notifyListeners(type, event);
        Ui.settle();
    }
}
