package org.aforo.ui.charts.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Series;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The values of a chart as a table, latest first. */
public final class TwinTable {

    private final Table table;
    private Rows rows = new Rows(List.of(), new long[0]);

    public TwinTable(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.getAccessible().addAccessibleListener(Names.named(() -> Messages.table, () -> ""));
        table.addListener(SWT.SetData, this::fill);
        column(Messages.timeColumn, SWT.LEFT, 110);
    }

    private void column(String title, int style, int width) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setToolTipText(title);
        column.setWidth(width);
        column.setMoveable(true);
    }

    public Table control() {
        return table;
    }

    /** Shows other values; what is selected stays selected by its time. */
    public void update(ChartData data) {
        long[] selected = selected();
        boolean others = !Series.ids(data.series()).equals(Series.ids(rows.series()));
        rows = Rows.of(data);
        if (others) {
            columns(data.series());
        }
        table.setItemCount(rows.count());
        table.clearAll();
        table.setSelection(rowsOf(selected));
    }

    private void columns(List<Series> series) {
        table.setRedraw(false);
        for (int i = table.getColumnCount() - 1; i > 0; i--) {
            table.getColumn(i).dispose();
        }
        series.forEach(one -> column(one.name(), SWT.RIGHT, 130));
        column("", SWT.LEFT, 10);
        table.setRedraw(true);
    }

    private long[] selected() {
        int[] indices = table.getSelectionIndices();
        long[] times = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int row = rows.count() - 1 - indices[i];
            times[i] = row < 0 ? Long.MIN_VALUE : rows.millis()[row];
        }
        return times;
    }

    private int[] rowsOf(long[] times) {
        return LongStream.of(times).mapToInt(time -> Arrays.binarySearch(rows.millis(), time))
                .filter(row -> row >= 0).map(row -> rows.count() - 1 - row).toArray();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int row = rows.count() - 1 - event.index;
        if (event.index < 0 || row < 0) { // the table may ask for a row that is about to go
            return;
        }
        item.setText(0, Readout.clock(rows.millis()[row]));
        for (int column = 0; column < rows.series().size(); column++) {
            item.setText(column + 1, rows.text(row, column));
        }
    }
}
