package org.aforo.ui.internal.resources;

import java.util.Arrays;
import java.util.function.Consumer;

import org.aforo.ui.internal.tables.Columns;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.IMemento;

/** The columns of the tree, and by which of them the rows are sorted. */
final class ResourceColumns {

    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final int NAME_LEAST = 130;
    private static final int NAME_MOST = 260;

    private final Tree tree;
    private final Columns columns;

    ResourceColumns(Tree tree, Consumer<ResourceColumn> clicked) {
        this.tree = tree;
        for (ResourceColumn column : ResourceColumn.values()) {
            TreeColumn made = new TreeColumn(tree, column.alignment());
            made.setText(column.title());
            made.setToolTipText(column.meaning());
            made.pack(); // its title has room in any language
            made.setWidth(Math.max(column.width(), made.getWidth()));
            made.setMoveable(true);
            made.addListener(SWT.Selection, event -> clicked.accept(column));
        }
        // a name may be cut off before the rates are out of sight
        columns = Columns.of(tree).flexible(ResourceColumn.NAME.ordinal(), NAME_LEAST, NAME_MOST,
                ResourceColumn.STATE.ordinal(), ResourceColumn.RECORDS_IN.ordinal(),
                ResourceColumn.RECORDS_OUT.ordinal());
    }

    /** Shows in the heads by what the rows are sorted. */
    void show(ResourceOrder order) {
        tree.setSortColumn(order.column() == null ? null : tree.getColumn(order.column().ordinal()));
        tree.setSortDirection(order.column() == null ? SWT.NONE : order.descending() ? SWT.DOWN : SWT.UP);
    }

    /** The order that the heads show. */
    ResourceOrder order() {
        TreeColumn sorted = tree.getSortColumn();
        return sorted == null ? ResourceOrder.NONE
                : new ResourceOrder(ResourceColumn.values()[tree.indexOf(sorted)],
                        tree.getSortDirection() == SWT.DOWN);
    }

    IMenuManager menu() {
        return columns.menu();
    }

    void save(IMemento memento) {
        columns.save(memento);
        ResourceOrder order = order();
        if (order.column() != null) {
            memento.putString(SORT, order.column().name());
            memento.putBoolean(DESCENDING, order.descending());
        }
    }

    /** Takes over what was saved; nothing where there is no memento or it is of other columns. */
    void restore(IMemento memento) {
        if (memento == null) {
            return;
        }
        columns.restore(memento);
        String sort = memento.getString(SORT);
        Arrays.stream(ResourceColumn.values()).filter(column -> column.name().equals(sort)).findFirst().ifPresent(
                column -> show(new ResourceOrder(column, Boolean.TRUE.equals(memento.getBoolean(DESCENDING)))));
    }
}
