package org.aforo.ui.internal.scenarios;

import java.util.List;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

/** What a run expects, and what came of it. */
final class ExpectationTable {

    private final TableViewer table;
    private final Marks marks;
    private List<Run.Expected> shown = List.of();

    ExpectationTable(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        TableColumnLayout columns = new TableColumnLayout();
        box.setLayout(columns);
        table = new TableViewer(box, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().getAccessible().addAccessibleListener(new NamedControl(Messages.expectations_name));
        table.setContentProvider(ArrayContentProvider.getInstance());
        marks = new Marks(table.getTable().getDisplay());
        table.getTable().addDisposeListener(e -> marks.dispose());
        ColumnViewerToolTipSupport.enableFor(table);
        column(columns, Messages.column_expectation, 3, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Run.Expected) element).title();
            }

            @Override
            public Image getImage(Object element) {
                return marks.of(((Run.Expected) element).result());
            }

            @Override
            public String getToolTipText(Object element) {
                return tip((Run.Expected) element);
            }
        });
        column(columns, Messages.column_result, 1, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ScenarioLabels.text(((Run.Expected) element).result());
            }
        });
        column(columns, Messages.column_found, 2, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Run.Expected) element).detail();
            }

            @Override
            public String getToolTipText(Object element) {
                return tip((Run.Expected) element);
            }
        });
    }

    private static String tip(Run.Expected expected) {
        return expected.detail().isEmpty() ? expected.title() : expected.title() + "\n" + expected.detail();
    }

    private void column(TableColumnLayout columns, String title, int weight, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(labels);
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, 70));
    }

    void show(List<Run.Expected> expected) {
        if (!expected.equals(shown)) {
            shown = expected;
            table.setInput(expected);
        }
    }
}
