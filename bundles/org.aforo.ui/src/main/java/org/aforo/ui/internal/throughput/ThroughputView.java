package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.FollowedSelection;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Selections;
import org.aforo.ui.charts.LiveChart;
import org.eclipse.osgi.util.NLS;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/** What goes in and out of the resources selected, over time. */
public final class ThroughputView extends ViewPart implements IShowInTarget {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.throughput";

    private static final int MOST_RESOURCES = 12;
    private static final int LOOK = 1000;

    private final ThroughputSource source = new ThroughputSource();
    private Options saved = Options.STANDARD;
    private FollowedSelection selection;
    private ThroughputActions actions;
    private LiveChart chart;
    private ChartExport export;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        saved = Options.of(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        all.setLayout(layout);
        chart = new LiveChart(all, source);
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        chart.hint(Messages.hint);
        chart.rate(Sampling.frames());
        export = new ChartExport(chart, all, "throughput");
        actions = new ThroughputActions(this, saved);
        chart.onSteered(() -> actions.steered(chart.viewport().held()));
        selection = new FollowedSelection(this, MOST_RESOURCES, this::show);
        selection.takeDrops(all, () -> actions.pinned(true));
        show();
        LiveUpdate.of(chart, LOOK, selection::look);
    }

    /** Shows what is selected as the actions tell. */
    void show() {
        if (selection == null) {
            return;
        }
        Options options = actions.options();
        List<LiveResource> resources = selection.resources();
        source.show(resources, options);
        if (chart.viewport().window() != options.window()) {
            chart.viewport().show(options.window());
        }
        chart.showLegend(options.legend());
        if (chart.tableShown() != options.table()) {
            chart.showTable(options.table());
        }
        chart.name(resources.isEmpty() ? getPartName() : NLS.bind(Messages.throughputOf,
                String.join(", ", resources.stream().map(resource -> resource.state().name()).toList())));
        setContentDescription(description(resources));
        chart.refresh();
    }

    private static String description(List<LiveResource> resources) {
        List<String> names = resources.stream().limit(3).map(resource -> resource.state().name()).toList();
        String joined = String.join(", ", names);
        return names.size() < resources.size() ? NLS.bind(Messages.andMore, joined, resources.size() - names.size())
                : joined;
    }

    void hold(boolean hold) {
        chart.viewport().hold(hold);
        chart.refresh();
    }

    void pin(boolean pin) {
        selection.pin(pin);
    }

    /** Shows nothing; kept so by the pin, as something is selected still. */
    void clear() {
        actions.pinned(true);
        selection.pin(true);
        selection.show(List.of());
    }

    ChartExport export() {
        return export;
    }

    @Override
    public boolean show(ShowInContext context) {
        List<LiveResource> resources = Selections.resources(context.getSelection());
        if (resources.isEmpty()) {
            return false;
        }
        selection.show(resources);
        return true;
    }

    @Override
    public void saveState(IMemento memento) {
        actions.options().save(memento);
    }

    @Override
    public void setFocus() {
        chart.setFocus();
    }

    @Override
    public void dispose() {
        if (selection != null) {
            selection.close();
        }
        super.dispose();
    }
}
