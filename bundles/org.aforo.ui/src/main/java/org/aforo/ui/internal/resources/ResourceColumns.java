package org.aforo.ui.internal.resources;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.IMemento;

/** The columns of the tree: which are shown, how wide, in what order, and by which the rows are sorted. */
final class ResourceColumns {

    private static final String WIDTHS = "widths";
    private static final String ORDER = "order";
    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";

    private final Tree tree;
    private final int[] standard;
    private final int[] lastWidth;

    ResourceColumns(Tree tree, Consumer<ResourceColumn> clicked) {
        this.tree = tree;
        this.standard = new int[ResourceColumn.values().length];
        for (ResourceColumn column : ResourceColumn.values()) {
            TreeColumn made = new TreeColumn(tree, column.alignment());
            made.setText(column.title());
            made.setToolTipText(column.title());
            made.pack(); // its title has room in any language
            standard[column.ordinal()] = Math.max(column.width(), made.getWidth());
            made.setWidth(standard[column.ordinal()]);
            made.setMoveable(true);
            made.addListener(SWT.Selection, event -> clicked.accept(column));
        }
        this.lastWidth = standard.clone();
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

    /** A menu that shows and hides columns. */
    IMenuManager menu() {
        MenuManager menu = new MenuManager(Messages.menu_columns);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            for (ResourceColumn column : ResourceColumn.values()) {
                if (column != ResourceColumn.NAME) {
                    manager.add(toggle(column));
                }
            }
            manager.add(new Separator());
            manager.add(new Action(Messages.menu_columns_default) {
                @Override
                public void run() {
                    Arrays.stream(ResourceColumn.values()).forEach(c -> width(c, standard[c.ordinal()]));
                    tree.setColumnOrder(Arrays.stream(ResourceColumn.values()).mapToInt(Enum::ordinal).toArray());
                }
            });
        });
        return menu;
    }

    private IAction toggle(ResourceColumn column) {
        Action action = new Action(column.title(), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                width(column, isChecked() ? Math.max(lastWidth[column.ordinal()], 20) : 0);
            }
        };
        action.setChecked(tree.getColumn(column.ordinal()).getWidth() > 0);
        return action;
    }

    private void width(ResourceColumn column, int width) {
        TreeColumn shown = tree.getColumn(column.ordinal());
        if (shown.getWidth() > 0) {
            lastWidth[column.ordinal()] = shown.getWidth();
        }
        shown.setWidth(width);
        shown.setResizable(width > 0);
    }

    void save(IMemento memento) {
        memento.putString(WIDTHS, Arrays.stream(tree.getColumns()).map(c -> String.valueOf(c.getWidth()))
                .collect(Collectors.joining(" ")));
        memento.putString(ORDER,
                Arrays.stream(tree.getColumnOrder()).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
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
        int[] widths = numbers(memento.getString(WIDTHS));
        int[] order = numbers(memento.getString(ORDER));
        if (widths.length == tree.getColumnCount() && order.length == widths.length
                && Arrays.stream(order).sorted().boxed().toList()
                        .equals(Arrays.stream(ResourceColumn.values()).map(Enum::ordinal).toList())) {
            for (ResourceColumn column : ResourceColumn.values()) {
                width(column, widths[column.ordinal()]);
            }
            tree.setColumnOrder(order);
        }
        String sort = memento.getString(SORT);
        Arrays.stream(ResourceColumn.values()).filter(column -> column.name().equals(sort)).findFirst().ifPresent(
                column -> show(new ResourceOrder(column, Boolean.TRUE.equals(memento.getBoolean(DESCENDING)))));
    }

    private static int[] numbers(String text) {
        return text == null || !text.matches("\\d{1,5}( \\d{1,5})*") ? new int[0]
                : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
