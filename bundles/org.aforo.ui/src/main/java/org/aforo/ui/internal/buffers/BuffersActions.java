package org.aforo.ui.internal.buffers;

import java.util.List;

import org.aforo.ui.ViewAction;
import org.aforo.ui.charts.TimeWindow;
import org.aforo.ui.internal.throughput.ChoiceAction;
import org.aforo.ui.internal.throughput.PictureSize;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IViewSite;

/** The Buffers view's tool bar and menu, and what they are switched to. */
final class BuffersActions {

    private final IViewSite site;
    private final BuffersView view;
    private final ViewAction pause;
    private final ViewAction pin;
    private final ViewAction history;
    private final ViewAction table;
    private final ChoiceAction<TimeWindow> window;

    BuffersActions(BuffersView view, BuffersOptions saved) {
        this.view = view;
        this.site = view.getViewSite();
        pause = ViewAction.toggle(site, id("pause"), false, this::hold);
        pin = ViewAction.toggle(site, id("pin"), false, this::pin);
        history = ViewAction.toggle(site, id("history"), saved.history(), view::options);
        table = ViewAction.toggle(site, id("table"), saved.table(), view::options);
        window = new ChoiceAction<>(Messages.window, List.of(TimeWindow.values()), TimeWindow::title, saved.window(),
                chosen -> view.options());
        ViewAction.push(site, id("longer"), () -> window.step(1));
        ViewAction.push(site, id("shorter"), () -> window.step(-1));
        fill(site.getActionBars().getToolBarManager(), site.getActionBars().getMenuManager());
        ViewAction.keys(site, BuffersView.ID);
    }

    private static String id(String name) {
        return BuffersView.ID + "." + name;
    }

    private void fill(IToolBarManager bar, IMenuManager menu) {
        ViewAction png = ViewAction.push(site, id("png"), () -> view.export().askPng(PictureSize.AS_SHOWN));
        ViewAction csv = ViewAction.push(site, id("csv"), () -> view.export().askCsv());
        ActionContributionItem windows = new ActionContributionItem(window);
        windows.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        bar.add(windows);
        bar.add(new Separator());
        List.of(pause, pin, history, table).forEach(bar::add);
        bar.add(new Separator());
        List.of(png, csv).forEach(bar::add);
        menu.add(window.menu());
        menu.add(new Separator());
        List.of(pause, pin, history, table).forEach(menu::add);
        menu.add(new Separator());
        List.of(png, csv).forEach(menu::add);
    }

    private void hold() {
        view.hold(pause.isChecked());
    }

    private void pin() {
        view.pin(pin.isChecked());
    }

    BuffersOptions options() {
        return new BuffersOptions(window.now(), history.isChecked(), table.isChecked());
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
