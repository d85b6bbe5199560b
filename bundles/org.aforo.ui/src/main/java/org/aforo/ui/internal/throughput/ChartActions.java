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

/** What every view with a chart can do, in its tool bar and menu. */
public abstract class ChartActions {

    protected final ViewAction pause;
    protected final ViewAction pin;
    protected final ViewAction table;
    protected final ChoiceAction<TimeWindow> window;
    private final IViewSite site;
    private final String id;

    /**
     * @param id      of the view, with which its commands' ids begin
     * @param changed called when the window or the table is switched
     */
    protected ChartActions(ChartView view, String id, TimeWindow shown, boolean tableShown, Runnable changed) {
        this.site = view.getViewSite();
        this.id = id;
        pause = toggle("pause", false, () -> view.hold(pauses()));
        pin = toggle("pin", false, () -> view.pin(pins()));
        table = toggle("table", tableShown, changed);
        window = new ChoiceAction<>(Messages.window, List.of(TimeWindow.values()), TimeWindow::title, shown,
                chosen -> changed.run());
        push("longer", () -> window.step(1));
        push("shorter", () -> window.step(-1));
        ViewAction.keys(site, id);
    }

    private boolean pauses() {
        return pause.isChecked();
    }

    private boolean pins() {
        return pin.isChecked();
    }

    protected final IToolBarManager bar() {
        return site.getActionBars().getToolBarManager();
    }

    protected final IMenuManager menu() {
        return site.getActionBars().getMenuManager();
    }

    /** Adds these as a group. */
    protected static void add(IContributionManager to, IAction... actions) {
        to.add(new Separator());
        List.of(actions).forEach(to::add);
    }

    /** Adds one that shows its text. */
    protected static void text(IContributionManager bar, IAction action) {
        ActionContributionItem item = new ActionContributionItem(action);
        item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        bar.add(item);
    }

    protected final ViewAction toggle(String name, boolean on, Runnable work) {
        return ViewAction.toggle(site, id + "." + name, on, work);
    }

    protected final ViewAction push(String name, Runnable work) {
        return ViewAction.push(site, id + "." + name, work);
    }

    /** The user held the chart, or let it run on. */
    final void steered(boolean held) {
        pause.setChecked(held);
    }

    /** The view was pinned, or follows again. */
    public final void pinned(boolean pinned) {
        pin.setChecked(pinned);
    }
}
