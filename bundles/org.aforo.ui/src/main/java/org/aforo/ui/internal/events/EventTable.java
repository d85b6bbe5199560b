package org.aforo.ui.internal.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.Icons;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** The rows that the filter lets through, made as they come into sight. */
final class EventTable {

    private static final String WIDTHS = "widths";
    private static final int TYPE = 1;

    private final Table table;
    private List<EventRow> shown = new ArrayList<>();

    EventTable(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.table_name);
        column(Messages.column_time, 170);
        column(Messages.column_type, 130);
        column(Messages.column_connection, 110);
        column(Messages.column_resource, 150);
        column(Messages.column_text, 600);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
        column.setMoveable(true);
    }

    private void fill(TableItem item, int index) {
        if (index >= 0 && index < shown.size()) { // the table may ask for a row that is about to go
            EventRow row = shown.get(index);
            item.setText(new String[] {row.when(), row.type(), row.connection(), row.resourceName(),
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

    void save(IMemento memento) {
        StringBuilder widths = new StringBuilder();
        for (TableColumn column : table.getColumns()) {
            widths.append(column.getWidth()).append(' ');
        }
        memento.putString(WIDTHS, widths.toString().strip());
    }

    void restore(IMemento memento) {
        String widths = memento == null ? null : memento.getString(WIDTHS);
        if (widths != null && widths.matches("\\d{1,5}( \\d{1,5}){4}")) {
            String[] each = widths.split(" ");
            for (int i = 0; i < each.length; i++) {
                table.getColumn(i).setWidth(Integer.parseInt(each[i]));
            }
        }
    }
}
