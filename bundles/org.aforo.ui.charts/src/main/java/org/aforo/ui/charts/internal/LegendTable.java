package org.aforo.ui.charts.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Series;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Names the lines with their style and last value; a line's box shows and hides it, selecting it makes it stronger. */
public final class LegendTable {

    private static final int NAME = 0;
    private static final int STYLE = 1;
    private static final int NOW = 2;
    private static final int PEAK = 3;
    private static final int STYLE_WIDTH = 54;
    private static final int VALUE_WIDTH = 76;
    private static final int SCROLL_BAR = 18;
    /** A line's box and the margins of its name. */
    private static final int BOX = 36;

    private final Table table;
    private final Runnable changed;
    private final Set<String> hidden = new HashSet<>();
    private List<Series> lines = List.of();
    private Palette palette = Palette.plain();

    public LegendTable(Composite parent, Runnable changed) {
        this.changed = changed;
        table = new Table(parent, SWT.CHECK | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        column(Messages.seriesColumn, SWT.LEFT, 120);
        column(Messages.lineColumn, SWT.LEFT, STYLE_WIDTH);
        column(Messages.nowColumn, SWT.RIGHT, VALUE_WIDTH);
        column(Messages.peakColumn, SWT.RIGHT, VALUE_WIDTH);
        table.getAccessible().addAccessibleListener(Names.named(() -> Messages.legend, () -> ""));
        table.addListener(SWT.Selection, this::selected);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Resize, event -> fit());
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                table.deselectAll();
                changed.run();
            }
        });
    }

    private void column(String title, int style, int width) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    /** Gives the names what room the other columns leave. */
    private void fit() {
        table.getColumn(NAME).setWidth(Math.max(90, table.getSize().x - STYLE_WIDTH - 2 * VALUE_WIDTH - SCROLL_BAR));
    }

    public Table control() {
        return table;
    }

    /** Width in which all its names are read. */
    public int width() {
        GC gc = new GC(table);
        try {
            return STYLE_WIDTH + 2 * VALUE_WIDTH + SCROLL_BAR + BOX
                    + lines.stream().mapToInt(line -> gc.textExtent(line.name()).x).max().orElse(0);
        } finally {
            gc.dispose();
        }
    }

    /** Height all its lines take. */
    public int height() {
        return table.getHeaderHeight() + table.getItemHeight() * Math.max(1, table.getItemCount()) + 4;
    }

    public Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    /** Shows or hides a line. */
    public void hide(String id, boolean hide) {
        if (hide ? hidden.add(id) : hidden.remove(id)) {
            for (int i = 0; i < lines.size(); i++) {
                table.getItem(i).setChecked(!hidden.contains(lines.get(i).id()));
            }
            changed.run();
        }
    }

    /** Id of the line selected, or empty. */
    public String strong() {
        int at = table.getSelectionIndex();
        return at < 0 || at >= lines.size() ? "" : lines.get(at).id();
    }

    /** Of the lines it names, in order. */
    public List<String> ids() {
        return Series.ids(lines);
    }

    /** Takes over lines and values. */
    public void update(List<Series> fresh, Palette colours) {
        boolean others = !Series.ids(fresh).equals(ids());
        if (others) {
            table.deselectAll();
            table.setItemCount(fresh.size());
            hidden.retainAll(Series.ids(fresh));
        }
        boolean restyled = !colours.equals(palette);
        lines = fresh;
        palette = colours;
        for (int i = 0; i < fresh.size(); i++) {
            TableItem item = table.getItem(i);
            Series series = fresh.get(i);
            set(item, NAME, series.name());
            set(item, NOW, series.unit().text(series.last()));
            set(item, PEAK, series.unit().text(series.peak()));
            if (others) {
                item.setChecked(!hidden.contains(series.id()));
            }
        }
        if (restyled) {
            table.redraw();
        }
    }

    private static void set(TableItem item, int column, String text) {
        if (!item.getText(column).equals(text)) {
            item.setText(column, text);
        }
    }

    private void selected(Event event) {
        int at = table.indexOf((TableItem) event.item);
        if (event.detail == SWT.CHECK && at >= 0 && at < lines.size()) {
            String id = lines.get(at).id();
            if (((TableItem) event.item).getChecked()) {
                hidden.remove(id);
            } else {
                hidden.add(id);
            }
        }
        changed.run();
    }

    private void paint(Event event) {
        int at = table.indexOf((TableItem) event.item);
        if (event.index == STYLE && at >= 0 && at < lines.size()) {
            Rectangle cell = ((TableItem) event.item).getBounds(STYLE);
            LineSwatch.paint(event.gc, lines.get(at), new Rectangle(cell.x + 6, cell.y, cell.width - 14, cell.height),
                    palette);
        }
    }
}
