package org.aforo.ui.internal.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.Icons;
import org.aforo.ui.internal.tables.CellTips;
import org.aforo.ui.internal.tables.Columns;
import org.aforo.ui.internal.tables.LongNames;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** The rows that the filter lets through, made as they come into sight. */
final class EventTable {

    private static final int TYPE = 1;

    private final Table table;
    private final Columns columns;
    private List<EventRow> shown = new ArrayList<>();

    EventTable(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.table_name);
        column(Messages.column_time, 185);
        column(Messages.column_type, 140);
        column(Messages.column_connection, 120);
        column(Messages.column_resource, 150);
        column(Messages.column_text, 600);
        columns = Columns.of(table);
        CellTips.on(table);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.pack(); // its title has room in any language
        column.setWidth(Math.max(width, column.getWidth()));
        column.setMoveable(true);
    }

    private void fill(TableItem item, int index) {
        if (index >= 0 && index < shown.size()) { // the table may ask for a row that is about to go
            EventRow row = shown.get(index);
            item.setText(new String[] {row.when(), row.type(), row.connection(), LongNames.brief(row.resourceName()),
                    row.text().lines().findFirst().orElse("")});
            item.setImage(TYPE, Icons.image(row.icon()));
        }
    }

    Table control() {
        return table;
    }

    List<EventRow> shown() {
        return shown;
    }

    /** Adds rows at the end. */
    void add(List<EventRow> rows, boolean follow) {
        List<EventRow> chosen = selected();
        shown.addAll(rows);
        int surplus = shown.size() - EventLog.KEPT;
        if (surplus > 0) {
            shown = new ArrayList<>(shown.subList(surplus, shown.size()));
            table.clearAll();
        }
        table.setItemCount(shown.size());
        if (surplus > 0) {
            select(chosen);
        }
        follow(follow);
    }

    /** Shows other rows. */
    void replace(List<EventRow> rows, boolean follow) {
        List<EventRow> chosen = selected();
        shown = new ArrayList<>(rows);
        table.deselectAll();
        table.setItemCount(shown.size());
        table.clearAll();
        select(chosen);
        follow(follow);
    }

    /** Goes to the newest row. */
    void follow(boolean follow) {
        if (follow && !shown.isEmpty()) {
            table.setTopIndex(shown.size() - 1);
        }
    }

    private void select(List<EventRow> rows) {
        if (!rows.isEmpty()) {
            table.deselectAll();
            table.select(rows.stream().mapToInt(shown::lastIndexOf).filter(index -> index >= 0).toArray());
        }
    }

    List<EventRow> selected() {
        return Arrays.stream(table.getSelectionIndices()).filter(index -> index < shown.size()).sorted()
                .mapToObj(shown::get).toList();
    }

    Optional<EventRow> first() {
        return selected().stream().findFirst();
    }

    IMenuManager columns() {
        return columns.menu();
    }

    void save(IMemento memento) {
        columns.save(memento);
    }

    /** Takes over what was saved; nothing where there is no memento. */
    void restore(IMemento memento) {
        columns.restore(memento);
    }
}
