package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.charts.LiveChart;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;

/** What goes in and out of the resources selected, over time. */
public final class ThroughputView extends ChartView {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.throughput";

    private static final int MOST_RESOURCES = 12;
    private static final int LOOK = 1000;

    private final ThroughputSource source = new ThroughputSource();
    private ThroughputActions actions;

    @Override
    public void createPartControl(Composite parent) {
        Composite all = chart(parent, source, Messages.hint, "throughput");
        actions = new ThroughputActions(this, Options.of(saved()));
        follow(MOST_RESOURCES, all, actions, this::show);
        show();
        LiveUpdate.of(chart(), LOOK, selection()::look);
    }

    /** Shows what is selected as the actions tell. */
    void show() {
        if (selection() == null) {
            return;
        }
        Options options = actions.options();
        List<LiveResource> resources = selection().resources();
        LiveChart chart = chart();
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

    /** Shows nothing; kept so by the pin, as something is selected still. */
    void clear() {
        actions.pinned(true);
        pin(true);
        selection().show(List.of());
    }

    @Override
    public void saveState(IMemento memento) {
        super.saveState(memento);
        actions.options().save(memento);
    }

    @Override
    public void setFocus() {
        chart().setFocus();
    }
}
