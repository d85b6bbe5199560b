package org.aforo.ui.internal.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;

/** The picture as a table: a line for each node, with what it holds and where it leads. */
final class FlowTable {

    private final FlowCanvas canvas;
    private final TableViewer viewer;
    private FlowGraph shown;

    FlowTable(Composite parent, FlowCanvas canvas) {
        this.canvas = canvas;
        viewer = new TableViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == org.eclipse.swt.accessibility.ACC.CHILDID_SELF) {
                    event.result = Messages.accessibleName;
                }
            }
        });
        column(Messages.columnName, 160, SWT.LEFT, (node, seen) -> node.name());
        column(Messages.columnState, 150, SWT.LEFT,
                (node, seen) -> FlowPainter.described(node, there(node)));
        column(Messages.columnIn, 80, SWT.RIGHT,
                (node, seen) -> seen.map(now -> Figures.records(now.passing().in().records())).orElse(""));
        column(Messages.columnOut, 80, SWT.RIGHT,
                (node, seen) -> seen.map(now -> Figures.records(now.passing().out().records())).orElse(""));
        column(Messages.columnFill, 70, SWT.RIGHT, (node, seen) -> seen.filter(now -> !now.state().buffers().isEmpty())
                .map(now -> Figures.percent(now.fill())).orElse(""));
        column(Messages.columnTo, 320, SWT.LEFT, (node, seen) -> ways(node));
        column(Messages.columnFault, 90, SWT.LEFT,
                (node, seen) -> canvas.resource(node.arn()).filter(canvas::isFaulty)
                        .map(now -> Messages.faultActive).orElse(""));
    }

    private void column(String title, int width, int align,
            BiFunction<FlowGraph.Node, Optional<Seen>, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, align);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> {
            FlowGraph.Node node = (FlowGraph.Node) element;
            return text.apply(node, there(node).flatMap(Seen::of));
        }));
    }

    private Optional<LiveResource> there(FlowGraph.Node node) {
        return canvas.resource(node.arn()).filter(resource -> !resource.gone());
    }

    private String ways(FlowGraph.Node node) {
        return canvas.plan().graph().edges().stream().filter(edge -> edge.from().equals(node.arn()))
                .map(edge -> edge.label() + " \u2192 " + FlowTexts.name(canvas, edge.to()) + rates(edge))
                .collect(Collectors.joining("; "));
    }

    private String rates(FlowGraph.Edge edge) {
        Load load = canvas.load(edge);
        return load.flows() ? " (" + FlowPainter.rates(load) + ')' : "";
    }

    TableViewer viewer() {
        return viewer;
    }

    void refresh() {
        FlowGraph graph = canvas.plan().graph();
        if (graph.equals(shown)) {
            viewer.update(graph.nodes().toArray(), null);
        } else {
            shown = graph;
            viewer.setInput(graph.nodes());
        }
    }

    Set<String> selected() {
        return ((List<?>) viewer.getStructuredSelection().toList()).stream()
                .map(element -> ((FlowGraph.Node) element).arn()).collect(Collectors.toSet());
    }

    void mark(Set<String> arns) {
        viewer.setSelection(new StructuredSelection(canvas.plan().graph().nodes().stream()
                .filter(node -> arns.contains(node.arn())).toList()));
    }
}
