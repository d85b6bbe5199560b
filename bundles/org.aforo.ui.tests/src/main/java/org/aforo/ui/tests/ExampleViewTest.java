package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.aforo.client.LiveResource;
import org.aforo.ui.Selections;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view of someone else's bundle, from the API and the extension points alone. */
class ExampleViewTest {

    private static final String ARN = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/busy";

    @AfterEach
    void nothingStays() {
        TickerBench.send("/reset", "{}");
    }

    @Test
    void itOpensShowsAndSelects() {
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'busy','ShardCount':1}");
        LiveResource stream = TickerBench.active(ARN);
        TickerBench.tick(stream, 100);

        IViewPart view = Ui.show("org.aforo.example.view.busiest");
        Table table = Ui.find(Ui.control(view), Table.class, found -> true);

        Ui.until("the busy stream", () -> Arrays.stream(table.getItems())
                .anyMatch(item -> item.getText(0).equals("busy")));
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        assertThat(Selections.resources(view.getSite().getSelectionProvider().getSelection())).isNotEmpty();
        Ui.page().hideView(view);
    }
}
