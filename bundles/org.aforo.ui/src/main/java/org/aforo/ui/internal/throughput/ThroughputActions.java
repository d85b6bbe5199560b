package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.ui.ViewAction;
import org.aforo.ui.charts.TimeWindow;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IViewSite;

/** The Throughput view's tool bar and menu, and what they are switched to. */
final class ThroughputActions {

    private final IViewSite site;
    private final ThroughputView view;
    private final ViewAction pause;
    private final ViewAction pin;
    private final ViewAction records;
    private final ViewAction bytes;
    private final ViewAction percentiles;
    private final ViewAction stacked;
    private final ViewAction legend;
    private final ViewAction table;
    private final ChoiceAction<TimeWindow> window;
    private final ChoiceAction<Direction> direction;
    private final ChoiceAction<PictureSize> size;

    ThroughputActions(ThroughputView view, Options saved) {
        this.view = view;
        this.site = view.getViewSite();
        pause = toggle("pause", false, () -> view.hold(pauseOn()));
        pin = toggle("pin", false, () -> view.pin(pinOn()));
        records = toggle("records", saved.records(), view::show);
        bytes = toggle("bytes", saved.bytes(), view::show);
        percentiles = toggle("percentiles", saved.percentiles(), view::show);
        stacked = toggle("stacked", saved.stacked(), view::show);
        legend = toggle("legend", saved.legend(), view::show);
        table = toggle("table", saved.table(), view::show);
        window = new ChoiceAction<>(Messages.window, List.of(TimeWindow.values()), TimeWindow::title, saved.window(),
                chosen -> view.show());
        direction = new ChoiceAction<>(Messages.direction, List.of(Direction.values()), Direction::title,
                saved.direction(), chosen -> view.show());
        size = new ChoiceAction<>(Messages.size, List.of(PictureSize.values()), PictureSize::title, saved.size(),
                chosen -> {});
        push("longer", () -> window.step(1));
        push("shorter", () -> window.step(-1));
        push("direction", direction::run);
        fill(site.getActionBars().getToolBarManager(), site.getActionBars().getMenuManager());
        ViewAction.keys(site, ThroughputView.ID);
    }

    private void fill(IToolBarManager bar, IMenuManager menu) {
        ViewAction png = push("png", () -> view.export().askPng(size.now()));
        ViewAction csv = push("csv", () -> view.export().askCsv());
        ViewAction clear = push("clear", view::clear);
        text(bar, window);
        text(bar, direction);
        bar.add(new Separator());
        List.of(pause, pin).forEach(bar::add);
        bar.add(new Separator());
        List.of(records, bytes, percentiles, stacked, table).forEach(bar::add);
        bar.add(new Separator());
        List.of(png, csv, clear).forEach(bar::add);
        menu.add(window.menu());
        menu.add(direction.menu());
        add(menu, pause, pin);
        add(menu, records, bytes, percentiles, stacked, legend, table);
        add(menu, png);
        menu.add(size.menu());
        List.of(csv, clear).forEach(menu::add);
    }

    private static void add(IMenuManager menu, IAction... actions) {
        menu.add(new Separator());
        List.of(actions).forEach(menu::add);
    }

    private static void text(IContributionManager bar, IAction action) {
        ActionContributionItem item = new ActionContributionItem(action);
        item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        bar.add(item);
    }

    private ViewAction toggle(String name, boolean on, Runnable work) {
        return ViewAction.toggle(site, ThroughputView.ID + "." + name, on, work);
    }

    private ViewAction push(String name, Runnable work) {
        return ViewAction.push(site, ThroughputView.ID + "." + name, work);
    }

    private boolean pauseOn() {
        return pause.isChecked();
    }

    private boolean pinOn() {
        return pin.isChecked();
    }

    Options options() {
        return new Options(window.now(), direction.now(), records.isChecked(), bytes.isChecked(),
                percentiles.isChecked(), stacked.isChecked(), legend.isChecked(), table.isChecked(), size.now());
    }

    /** The user held the chart, or let it run on. */
    void steered(boolean held) {
        pause.setChecked(held);
    }

    /** The view was pinned, or follows again. */
    void pinned(boolean pinned) {
        pin.setChecked(pinned);
    }
}
