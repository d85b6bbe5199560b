package org.aforo.ui.internal.buffers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.aforo.client.BufferView;
import org.aforo.ui.internal.tables.CellTips;
import org.aforo.ui.internal.tables.Columns;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** Buffers as rows of a virtual table: only what is seen is asked for and refreshed. */
final class BufferTable {

    private static final Column[] COLUMNS = Column.values();
    private static final String SORT = "sort";
    private static final String DOWN = "sortDown";
    private static final int RESOURCE_LEAST = 116;
    private static final int RESOURCE_MOST = 260;

    private final Table table;
    private final Runnable resort;
    private final Columns columns;
    private List<BufferRow> rows = List.of();
    private BufferOrder order = BufferOrder.STANDARD;

    /** @param resort called when another order is wanted */
    BufferTable(Composite parent, Consumer<List<BufferRow>> selected, Runnable resort) {
        this.resort = resort;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (Column column : Column.values()) {
            column(column);
        }
        columns = Columns.of(table).flexible(Column.RESOURCE.ordinal(), RESOURCE_LEAST, RESOURCE_MOST,
                Column.BUFFER.ordinal(), Column.BYTES.ordinal(), Column.RECORDS.ordinal(), Column.NEXT.ordinal());
        CellTips.on(table);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> selected.accept(selection()));
        new FillBars(table, this::row);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.table;
            }
        });
    }

    private void column(Column told) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(told.title());
        column.setToolTipText(told.meaning());
        column.pack(); // its title has room in any language
        column.setWidth(Math.max(told.width(), column.getWidth()));
        column.setMoveable(true);
        column.addListener(SWT.Selection, event -> order(order.click(told)));
    }

    IMenuManager columns() {
        return columns.menu();
    }

    void save(IMemento memento) {
        columns.save(memento);
        if (order.column() != null) {
            memento.putString(SORT, order.column().name());
            memento.putBoolean(DOWN, order.down());
        }
    }

    /** Takes over what was saved; nothing where there is no memento. */
    void restore(IMemento memento) {
        if (memento != null) {
            columns.restore(memento);
            String sort = memento.getString(SORT);
            Arrays.stream(COLUMNS).filter(column -> column.name().equals(sort)).findFirst().ifPresent(
                    column -> order(new BufferOrder(column, Boolean.TRUE.equals(memento.getBoolean(DOWN)))));
        }
    }

    Table control() {
        return table;
    }

    BufferOrder order() {
        return order;
    }

    void order(BufferOrder fresh) {
        order = fresh;
        table.setSortColumn(fresh.column() == null ? null : table.getColumn(fresh.column().ordinal()));
        table.setSortDirection(fresh.column() == null ? SWT.NONE : fresh.down() ? SWT.DOWN : SWT.UP);
        resort.run();
    }

    /** Shows these rows in this order; what is selected stays so. */
    void show(List<BufferRow> sorted) {
        if (sorted.equals(rows)) {
            return;
        }
        Set<BufferRow> kept = new HashSet<>(selection());
        rows = sorted;
        table.setItemCount(rows.size());
        table.clearAll();
        if (!kept.isEmpty()) {
            table.setSelection(IntStream.range(0, rows.size()).filter(i -> kept.contains(rows.get(i)))
                    .limit(kept.size()).toArray());
        }
    }

    List<BufferRow> rows() {
        return rows;
    }

    List<BufferRow> selection() {
        List<BufferRow> found = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < rows.size()) {
                found.add(rows.get(index));
            }
        }
        return found;
    }

    /** Takes over the figures of the rows that are seen. */
    void refresh() {
        if (!table.isVisible()) {
            return;
        }
        int from = table.getTopIndex();
        int seen = table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1;
        int to = Math.min(table.getItemCount(), Math.min(rows.size(), from + seen));
        for (int i = from; i < to; i++) {
            fill(table.getItem(i), i);
        }
    }

    private BufferRow row(TableItem item) {
        int index = table.indexOf(item);
        return index < 0 || index >= rows.size() ? null : rows.get(index);
    }

    private void fill(TableItem item, int index) {
        if (index < 0 || index >= rows.size()) { // the table may ask for a row that is about to go
            return;
        }
        BufferRow row = rows.get(index);
        Optional<BufferView> now = row.now();
        for (Column column : COLUMNS) {
            String text = column.text(row, now);
            if (!item.getText(column.ordinal()).equals(text)) {
                item.setText(column.ordinal(), text);
            }
        }
    }
}
