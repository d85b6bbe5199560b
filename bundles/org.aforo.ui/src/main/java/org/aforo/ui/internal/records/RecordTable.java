package org.aforo.ui.internal.records;

import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.aforo.ui.internal.resources.Figures;
import org.aforo.ui.internal.tables.CellTips;
import org.aforo.ui.internal.tables.Columns;
import org.aforo.ui.internal.tables.LongNames;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** The records, newest last: only the lines that are seen are made. Its end stays in sight while nothing is selected. */
final class RecordTable {

    /** As the bench's clock is shown. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
            .withZone(ZoneOffset.UTC);

    /** As many characters of a sequence have room. */
    private static final int LONG = 12;
    private static final int PARTITION = 1;
    private static final int KEY = 2;

    private final Table table;
    private final Columns columns;
    private final Predicate<PeekedRecord> found;
    private List<PeekedRecord> records = List.of();
    private boolean withPartitions = true;
    private boolean withKeys = true;

    /** @param found whether a record is what is searched for */
    RecordTable(Composite parent, Predicate<PeekedRecord> found) {
        this.found = found;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        column(Messages.columnSequence, sequenceWidth(), SWT.LEFT);
        column(Messages.columnPartition, 84, SWT.LEFT);
        column(Messages.columnKey, 84, SWT.LEFT);
        column(Messages.columnTime, 92, SWT.LEFT);
        column(Messages.columnSize, 58, SWT.RIGHT);
        column(Messages.columnPreview, 420, SWT.LEFT);
        columns = Columns.of(table);
        CellTips.on(table);
        table.addListener(SWT.SetData, event -> {
            if (event.index >= 0 && event.index < records.size()) { // the table may ask for a row that is about to go
                fill((TableItem) event.item, records.get(event.index));
            }
        });
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = Messages.accessibleTable;
                }
            }
        });
    }

    /** Room for the longest that is shown, in whatever font, and for the cell's margins. */
    private int sequenceWidth() {
        GC gc = new GC(table);
        try {
            return gc.textExtent('\u2026' + "0".repeat(LONG)).x;
        } finally {
            gc.dispose();
        }
    }

    private TableColumn column(String title, int width, int align) {
        TableColumn column = new TableColumn(table, align);
        column.setText(title);
        column.pack(); // its title has room in any language
        column.setWidth(Math.max(width, column.getWidth()));
        column.setMoveable(true);
        column.setResizable(true);
        return column;
    }

    /** A column has no room while there is nothing to stand in it; what the user did meanwhile stays. */
    private void fit(List<PeekedRecord> next) {
        if (!next.isEmpty()) {
            boolean partitioned = next.stream().anyMatch(one -> !one.partition().isEmpty());
            boolean keyed = next.stream().anyMatch(one -> !one.key().isEmpty());
            if (partitioned != withPartitions) {
                withPartitions = partitioned;
                columns.show(PARTITION, partitioned);
            }
            if (keyed != withKeys) {
                withKeys = keyed;
                columns.show(KEY, keyed);
            }
        }
    }

    /** Long ones differ at their ends. */
    private static String end(String sequence) {
        return sequence.length() <= LONG ? sequence : '\u2026' + sequence.substring(sequence.length() - LONG + 1);
    }

    private void fill(TableItem item, PeekedRecord one) {
        item.setText(
                new String[] {end(one.sequence()), LongNames.brief(one.partition()), one.key(), TIME.format(one.time()),
                        one.size() < 10_000 ? NumberFormat.getIntegerInstance().format(one.size())
                                : Figures.bytes(one.size()),
                        one.parts().isEmpty() ? one.preview() : Texts.parts(one.parts().size()) + one.preview()});
        boolean hit = found.test(one);
        item.setBackground(hit ? JFaceResources.getColorRegistry().get("org.aforo.ui.records.match") : null);
    }

    IMenuManager columns() {
        return columns.menu();
    }

    /** As they stand where every record has all. */
    void save(IMemento memento) {
        boolean partitions = columns.shown(PARTITION);
        boolean keys = columns.shown(KEY);
        columns.show(PARTITION, partitions || !withPartitions);
        columns.show(KEY, keys || !withKeys);
        columns.save(memento);
        columns.show(PARTITION, partitions);
        columns.show(KEY, keys);
    }

    /** Takes over what was saved; nothing where there is no memento. */
    void restore(IMemento memento) {
        columns.restore(memento);
    }

    Table control() {
        return table;
    }

    List<PeekedRecord> records() {
        return records;
    }

    /** Shows these; what was selected and what was in sight remain so where they are still there. */
    void show(List<PeekedRecord> next) {
        List<PeekedRecord> chosen = selected();
        boolean follows = chosen.isEmpty();
        PeekedRecord top = records.isEmpty() ? null : records.get(Math.min(table.getTopIndex(), records.size() - 1));
        int gone = records.isEmpty() || next.isEmpty() ? 0 : Math.max(0, records.indexOf(next.get(0)));
        records = next;
        table.setRedraw(false);
        fit(next);
        table.setItemCount(next.size());
        if (gone > 0 || next.isEmpty()) {
            table.clearAll();
        }
        table.deselectAll();
        chosen.stream().mapToInt(next::indexOf).filter(index -> index >= 0).forEach(table::select);
        if (follows) {
            table.setTopIndex(Math.max(0, next.size() - 1));
        } else {
            table.setTopIndex(Math.max(0, next.indexOf(top)));
        }
        table.setRedraw(true);
    }

    /** Draws all lines anew. */
    void refresh() {
        table.clearAll();
    }

    List<PeekedRecord> selected() {
        List<PeekedRecord> chosen = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < records.size()) {
                chosen.add(records.get(index));
            }
        }
        return chosen;
    }

    /** Selects the next one that is searched for, below or above the selection, and round the end; false for none. */
    boolean step(boolean down) {
        int size = records.size();
        int at = table.getSelectionIndex();
        int start = at < 0 ? down ? -1 : size : at;
        for (int i = 1; i <= size; i++) {
            int index = Math.floorMod(start + (down ? i : -i), size);
            if (found.test(records.get(index))) {
                table.setSelection(index);
                table.showSelection();
                table.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
                return true;
            }
        }
        return false;
    }
}
