package org.aforo.example.view;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;

/** The ten resources that most goes into, of all benches; what is selected here, the other views show. */
public final class BusiestView extends ViewPart {

    private static final int UPDATE = 500;
    private static final int SHOWN = 10;

    private TableViewer viewer;

    @Override
    public void createPartControl(Composite parent) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        column("%column.resource", 240, resource -> resource.state().name());
        column("%column.rate", 100, resource -> "%,.1f".formatted(rate(resource)));
        getSite().setSelectionProvider(viewer);
        LiveUpdate.of(viewer.getControl(), UPDATE, () -> viewer.setInput(busiest()));
    }

    private void column(String title, int width, Function<LiveResource, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(Platform.getResourceString(FrameworkUtil.getBundle(getClass()), title));
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(shown -> text.apply((LiveResource) shown)));
    }

    private static List<LiveResource> busiest() {
        return Connections.shared().all().stream().flatMap(bench -> bench.roots().stream())
                .filter(resource -> !resource.gone() && rate(resource) > 0)
                .sorted(Comparator.comparingDouble(BusiestView::rate).reversed()).limit(SHOWN).toList();
    }

    private static double rate(LiveResource resource) {
        return resource.state().in().tenSeconds().records();
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }
}
