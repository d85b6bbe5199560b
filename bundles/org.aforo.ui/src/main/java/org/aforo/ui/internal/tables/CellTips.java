package org.aforo.ui.internal.tables;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Tells what stands in a cell that is too narrow for it, when the pointer rests there. */
public final class CellTips {

    private static final int MARGIN = 8;
    private static final int LONGEST = 500;

    private record Cell(String text, Rectangle room) {
    }

    private CellTips() {
    }

    public static void on(Table table) {
        table.addListener(SWT.MouseMove, event -> tell(table, at(table, new Point(event.x, event.y))));
    }

    public static void on(Tree tree) {
        tree.addListener(SWT.MouseMove, event -> tell(tree, at(tree, new Point(event.x, event.y))));
    }

    private static Cell at(Table table, Point point) {
        TableItem item = table.getItem(point);
        for (int i = 0; item != null && i < table.getColumnCount(); i++) {
            if (item.getBounds(i).contains(point)) {
                return new Cell(item.getText(i), item.getTextBounds(i));
            }
        }
        return null;
    }

    private static Cell at(Tree tree, Point point) {
        TreeItem item = tree.getItem(point);
        for (int i = 0; item != null && i < tree.getColumnCount(); i++) {
            if (item.getBounds(i).contains(point)) {
                return new Cell(item.getText(i), item.getTextBounds(i));
            }
        }
        return null;
    }

    private static void tell(Composite control, Cell cell) {
        String tip = cell == null || fits(control, cell) ? null
                : cell.text().substring(0, Math.min(LONGEST, cell.text().length()));
        if (tip == null ? control.getToolTipText() != null : !tip.equals(control.getToolTipText())) {
            control.setToolTipText(tip);
        }
    }

    private static boolean fits(Composite control, Cell cell) {
        GC gc = new GC(control);
        try {
            return gc.textExtent(cell.text()).x <= cell.room().width + MARGIN;
        } finally {
            gc.dispose();
        }
    }
}
