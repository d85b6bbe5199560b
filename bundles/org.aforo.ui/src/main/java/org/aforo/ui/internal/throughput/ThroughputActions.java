package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.ui.ViewAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;

/** The Throughput view's tool bar and menu, and what they are switched to. */
final class ThroughputActions extends ChartActions {

    private final ViewAction records;
    private final ViewAction bytes;
    private final ViewAction percentiles;
    private final ViewAction stacked;
    private final ViewAction legend;
    private final ChoiceAction<Direction> direction;
    private final ChoiceAction<PictureSize> size;

    ThroughputActions(ThroughputView view, Options saved) {
        super(view, ThroughputView.ID, saved.window(), saved.table(), view::show);
        records = toggle("records", saved.records(), view::show);
        bytes = toggle("bytes", saved.bytes(), view::show);
        percentiles = toggle("percentiles", saved.percentiles(), view::show);
        stacked = toggle("stacked", saved.stacked(), view::show);
        legend = toggle("legend", saved.legend(), view::show);
        direction = new ChoiceAction<>(Messages.direction, List.of(Direction.values()), Direction::title,
                saved.direction(), chosen -> view.show());
        size = new ChoiceAction<>(Messages.size, List.of(PictureSize.values()), PictureSize::title, saved.size(),
                chosen -> {});
        push("direction", direction::run);
        fill(view, bar(), menu());
    }

    /** In the tool bar stands what has room beside the title in a window of usual size; the menu has all. */
    private void fill(ThroughputView view, IToolBarManager bar, IMenuManager menu) {
        ViewAction png = push("png", () -> view.export().askPng(size.now()));
        ViewAction csv = push("csv", () -> view.export().askCsv());
        ViewAction clear = push("clear", view::clear);
        text(bar, window);
        add(bar, pause, pin);
        add(bar, records, bytes, percentiles, stacked, table);
        add(bar, png, csv);
        menu.add(window.menu());
        menu.add(direction.menu());
        add(menu, pause, pin);
        add(menu, records, bytes, percentiles, stacked, legend, table);
        add(menu, png);
        menu.add(size.menu());
        List.of(csv, clear).forEach(menu::add);
    }

    Options options() {
        return new Options(window.now(), direction.now(), records.isChecked(), bytes.isChecked(),
                percentiles.isChecked(), stacked.isChecked(), legend.isChecked(), table.isChecked(), size.now());
    }
}
