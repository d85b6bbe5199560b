package org.aforo.ui.internal.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMemento;

/**
 * The columns of a table or a tree: which are shown, how wide and in what order, kept over restarts. One of them may
 * give way to the others as long as nobody gave it a width by hand. For the UI thread.
 */
public final class Columns {

    private static final String WIDTHS = "columnWidths";
    private static final String ORDER = "columnOrder";
    private static final String FIRM = "columnFirm";
    /** Of a column that comes back and was never seen. */
    private static final int NARROW = 20;

    private final Composite control;
    private final Heads heads;
    private final int[] standard;
    private final int[] lastWidth;
    private Flexible flexible;
    /** The width that the flexible column was given last; another one is the user's. */
    private int given = -1;

    /** A column that takes, within bounds, what room is left beside some others. */
    private record Flexible(int column, int least, int most, int[] beside) {
    }

    private Columns(Composite control, Heads heads) {
        this.control = control;
        this.heads = heads;
        this.standard = widths();
        this.lastWidth = standard.clone();
        control.addListener(SWT.Resize, event -> fit());
    }

    /** Those of a table, with the widths that they have now as their standard. */
    public static Columns of(Table table) {
        return new Columns(table, new Heads.OfTable(table));
    }

    /** Those of a tree, with the widths that they have now as their standard. */
    public static Columns of(Tree tree) {
        return new Columns(tree, new Heads.OfTree(tree));
    }

    /** Gives a column what room these others leave, from {@code least} to {@code most}. */
    public Columns flexible(int column, int least, int most, int... beside) {
        flexible = new Flexible(column, least, most, beside);
        given = heads.width(column);
        return this;
    }

    private void fit() {
        int room = control.getClientArea().width;
        if (flexible == null || room <= 0) {
            return;
        }
        if (heads.width(flexible.column()) != given) {
            flexible = null;
            return;
        }
        int left = room - IntStream.of(flexible.beside()).map(heads::width).sum();
        given = Math.clamp(left, flexible.least(), flexible.most());
        heads.width(flexible.column(), given);
    }

    /** Shows a column as wide as it was, or hides it; hidden ones have no width. */
    public void show(int column, boolean show) {
        if (show != shown(column)) {
            width(column, show ? Math.max(NARROW, lastWidth[column]) : 0);
        }
    }

    public boolean shown(int column) {
        return heads.width(column) > 0;
    }

    private void width(int column, int width) {
        if (shown(column)) {
            lastWidth[column] = heads.width(column);
        }
        heads.width(column, width);
        heads.resizable(column, width > 0);
    }

    /** A menu that shows and hides all but the first, and puts everything back. */
    public IMenuManager menu() {
        MenuManager menu = new MenuManager(Messages.columns);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            for (int column = 1; column < standard.length; column++) {
                manager.add(toggle(column));
            }
            manager.add(new Separator());
            manager.add(new Action(Messages.columns_default) {
                @Override
                public void run() {
                    reset();
                }
            });
        });
        return menu;
    }

    private IAction toggle(int column) {
        Action action = new Action(heads.title(column), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                show(column, isChecked());
            }
        };
        action.setChecked(shown(column));
        return action;
    }

    private void reset() {
        for (int column = 0; column < standard.length; column++) {
            width(column, standard[column]);
        }
        heads.order(IntStream.range(0, standard.length).toArray());
        if (flexible != null) {
            given = standard[flexible.column()];
        }
        fit();
    }

    public void save(IMemento memento) {
        memento.putString(WIDTHS, text(widths()));
        memento.putString(ORDER, text(heads.order()));
        memento.putBoolean(FIRM, flexible == null || heads.width(flexible.column()) != given);
    }

    /** Takes over what was saved; nothing where there is no memento or it is of other columns. */
    public void restore(IMemento memento) {
        if (memento == null) {
            return;
        }
        int[] widths = numbers(memento.getString(WIDTHS));
        int[] order = numbers(memento.getString(ORDER));
        int[] places = IntStream.range(0, standard.length).toArray();
        if (widths.length != standard.length || !Arrays.equals(IntStream.of(order).sorted().toArray(), places)) {
            return;
        }
        for (int column : places) {
            width(column, widths[column]);
        }
        heads.order(order);
        if (flexible != null) {
            given = heads.width(flexible.column());
            flexible = Boolean.TRUE.equals(memento.getBoolean(FIRM)) ? null : flexible;
        }
    }

    private int[] widths() {
        return IntStream.range(0, heads.count()).map(heads::width).toArray();
    }

    private static String text(int[] numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static int[] numbers(String text) {
        return text == null || !text.matches("\\d{1,5}( \\d{1,5})*") ? new int[0]
                : List.of(text.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    }
}
