package org.aforo.ui.internal.buffers;

import org.aforo.ui.ViewAction;
import org.aforo.ui.internal.throughput.ChartActions;
import org.aforo.ui.internal.throughput.PictureSize;

/** The Buffers view's tool bar and menu, and what they are switched to. */
final class BuffersActions extends ChartActions {

    private final ViewAction history;

    BuffersActions(BuffersView view, BuffersOptions saved) {
        super(view, BuffersView.ID, saved.window(), saved.table(), view::options);
        history = toggle("history", saved.history(), view::options);
        ViewAction png = push("png", () -> view.export().askPng(PictureSize.AS_SHOWN));
        ViewAction csv = push("csv", () -> view.export().askCsv());
        text(bar(), window);
        add(bar(), pause, pin, history, table);
        add(bar(), png, csv);
        menu().add(window.menu());
        add(menu(), pause, pin, history, table);
        add(menu(), png, csv);
    }

    BuffersOptions options() {
        return new BuffersOptions(window.now(), history.isChecked(), table.isChecked());
    }
}
