package org.aforo.ui.internal.buffers;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.internal.flow.SelectionBridge;
import org.aforo.ui.internal.resources.Sampling;
import org.aforo.ui.internal.throughput.ChartView;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchActionConstants;

/** What waits in buffers: how full each is by each trigger, when it will flush, and how it was before. */
public final class BuffersView extends ChartView {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.buffers";

    private static final int MOST_CHOSEN = 1000;
    private static final int MOST_CHARTED = 8;
    private static final int LOOK = 500;
    /** A look at very many buffers is followed by so many times as much rest. */
    private static final int REST = 20;

    private static final int MOST_REST = 5_000;

    private final HistorySource history = new HistorySource();
    private final SelectionBridge published = new SelectionBridge();
    private final AtomicBoolean looking = new AtomicBoolean();
    private BufferTable table;
    private SashForm sash;
    private BuffersActions actions;
    private LiveUpdate update;

    @Override
    public void createPartControl(Composite parent) {
        sash = new SashForm(parent, SWT.VERTICAL);
        table = new BufferTable(sash, this::selected, this::look);
        chart(sash, history, Messages.hint, "buffers");
        chart().name(Messages.history);
        sash.setWeights(3, 2);
        actions = new BuffersActions(this, BuffersOptions.of(saved()));
        getSite().setSelectionProvider(published);
        menu();
        follow(MOST_CHOSEN, table.control(), actions, this::look);
        options();
        table.restore(saved());
        getViewSite().getActionBars().getMenuManager().add(table.columns());
        update = LiveUpdate.of(table.control(), LOOK, this::look);
        look();
        tick();
    }

    private void menu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        getSite().registerContextMenu(menu, published);
        table.control().setMenu(menu.createContextMenu(table.control()));
    }

    /** Finds and sorts the rows off the UI thread, one look at a time. */
    private void look() {
        if (selection() == null || !looking.compareAndSet(false, true)) {
            return;
        }
        List<LiveResource> chosen = selection().resources();
        BufferOrder order = table.order();
        Thread.startVirtualThread(() -> {
            long begun = System.nanoTime();
            BufferRows rows = BufferRows.of(chosen, order);
            long took = (System.nanoTime() - begun) / 1_000_000;
            if (!table.control().isDisposed()) {
                table.control().getDisplay().asyncExec(() -> looked(chosen, order, rows, REST * took));
            }
        });
    }

    private void looked(List<LiveResource> chosen, BufferOrder order, BufferRows rows, long rest) {
        if (table.control().isDisposed()) {
            return;
        }
        table.show(rows.shown());
        String told = rows.hidden() == 0 ? "" : NLS.bind(order.column() == null ? Messages.fullest : Messages.first,
                rows.shown().size(), rows.shown().size() + rows.hidden());
        if (!told.equals(getContentDescription())) {
            setContentDescription(told);
        }
        chartSelected();
        boolean other = !chosen.equals(selection().resources()) || !order.equals(table.order());
        if (other || rest < LOOK) {
            looking.set(false);
        } else {
            table.control().getDisplay().timerExec((int) Math.min(rest, MOST_REST), () -> looking.set(false));
        }
        if (other) {
            look();
        }
    }

    private void selected(List<BufferRow> rows) {
        published.select(rows.stream().map(BufferRow::resource).distinct().toList());
        chartSelected();
    }

    /** The history of the rows selected; of the first ones when none is. */
    private void chartSelected() {
        List<BufferRow> rows = table.selection();
        List<BufferRow> shown = rows.isEmpty() ? table.rows().subList(0, Math.min(200, table.rows().size())) : rows;
        history.show(shown.stream().map(BufferRow::resource).distinct().limit(MOST_CHARTED).toList());
    }

    private void tick() {
        if (!table.control().isDisposed()) {
            table.control().getDisplay().timerExec(Sampling.tableMillis(), this::tick);
            table.refresh();
        }
    }

    /** Takes over what the actions are switched to. */
    void options() {
        if (actions == null) {
            return;
        }
        BuffersOptions options = actions.options();
        LiveChart chart = chart();
        sash.setMaximizedControl(options.history() ? null : table.control());
        if (chart.viewport().window() != options.window()) {
            chart.viewport().show(options.window());
        }
        if (chart.tableShown() != options.table()) {
            chart.showTable(options.table());
        }
        chart.refresh();
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        actions.options().save(memento);
        table.save(memento);
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        if (update != null) {
            update.close();
        }
        super.dispose();
    }
}
