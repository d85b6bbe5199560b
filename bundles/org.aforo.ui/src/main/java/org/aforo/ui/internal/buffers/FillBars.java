package org.aforo.ui.internal.buffers;

import java.util.OptionalDouble;
import java.util.function.Function;

import org.aforo.ui.charts.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Paints how full a buffer is behind the texts of a table: colour and length say the same. */
final class FillBars {

    private static final Column[] COLUMNS = Column.values();
    private static final double NEAR = 0.8;
    private static final int ALPHA = 110;
    private static final int TRACK_ALPHA = 26;

    private final Table table;
    private final Function<TableItem, BufferRow> rows;

    FillBars(Table table, Function<TableItem, BufferRow> rows) {
        this.table = table;
        this.rows = rows;
        table.addListener(SWT.EraseItem, this::erase);
    }

    private void erase(Event event) {
        BufferRow row = rows.apply((TableItem) event.item);
        OptionalDouble share = row == null ? OptionalDouble.empty() : COLUMNS[event.index].share(row);
        if (share.isEmpty()) {
            return;
        }
        if ((event.detail & SWT.SELECTED) != 0) {
            event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        }
        paint(event.gc, new Rectangle(event.x + 2, event.y + 2, Math.max(0, event.width - 6), event.height - 4),
                Math.clamp(share.getAsDouble(), 0, 1));
        event.detail &= ~SWT.SELECTED & ~SWT.BACKGROUND;
    }

    private void paint(GC gc, Rectangle cell, double share) {
        Palette palette = Palette.of(rgb(table.getBackground()), rgb(table.getForeground()), "", 0);
        Color before = gc.getBackground();
        gc.setBackground(colour(palette.foreground()));
        gc.setAlpha(TRACK_ALPHA);
        gc.fillRectangle(cell);
        gc.setBackground(colour(share >= 1 ? palette.error() : share >= NEAR ? palette.throttle() : palette.line(0)));
        gc.setAlpha(ALPHA);
        gc.fillRectangle(cell.x, cell.y, (int) Math.round(cell.width * share), cell.height);
        gc.setAlpha(255);
        gc.setBackground(before);
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }
}
