package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.FollowedSelection;
import org.aforo.ui.Selections;
import org.aforo.ui.charts.ChartSource;
import org.aforo.ui.charts.LiveChart;
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

/** A view with a chart of the resources it follows or is pinned to. */
public abstract class ChartView extends ViewPart implements IShowInTarget {

    private IMemento saved;
    private FollowedSelection selection;
    private LiveChart chart;
    private ChartExport export;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        saved = memento;
    }

    /** What was saved; null for nothing. */
    protected final IMemento saved() {
        return saved;
    }

    /** Puts the chart into a place of its own. */
    protected final Composite chart(Composite parent, ChartSource source, String hint,
            String file) {
        Composite place = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        place.setLayout(layout);
        chart = new LiveChart(place, source);
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        chart.hint(hint);
        chart.rate(Sampling.frames());
        export = new ChartExport(chart, place, file);
        return place;
    }

    /** Follows what is selected; what is dropped on a control is pinned, as what was so before the start. */
    protected final void follow(int most, Composite drops, ChartActions actions, Runnable changed) {
        chart.onSteered(() -> actions.steered(chart.viewport().held()));
        selection = new FollowedSelection(this, most, changed);
        selection.restore(saved);
        actions.pinned(selection.pinned());
        selection.takeDrops(drops, () -> actions.pinned(true));
    }

    protected final LiveChart chart() {
        return chart;
    }

    /** Null before there is one. */
    protected final FollowedSelection selection() {
        return selection;
    }

    final void hold(boolean hold) {
        chart.viewport().hold(hold);
        chart.refresh();
    }

    final void pin(boolean pin) {
        selection.pin(pin);
    }

    /** Writes the chart to files. */
    public final ChartExport export() {
        return export;
    }

    @Override
    public boolean show(ShowInContext context) {
        List<LiveResource> resources = Selections.resources(context.getSelection());
        if (!resources.isEmpty()) {
            selection.show(resources);
        }
        return !resources.isEmpty();
    }

    @Override
    public void saveState(IMemento memento) {
        selection.save(memento);
    }

    @Override
    public void dispose() {
        if (selection != null) {
            selection.close();
        }
        super.dispose();
    }
}
