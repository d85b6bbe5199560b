package org.aforo.ui.internal.tables;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;

/** What tables and trees have in common of their columns, for which SWT has no type. */
sealed interface Heads {

    int count();

    String title(int column);

    int width(int column);

    void width(int column, int width);

    void resizable(int column, boolean resizable);

    /** Columns from left to right. */
    int[] order();

    void order(int[] order);

    /** Those of a table. */
    record OfTable(Table table) implements Heads {

        @Override
        public int count() {
            return table.getColumnCount();
        }

        @Override
        public String title(int column) {
            return table.getColumn(column).getText();
        }

        @Override
        public int width(int column) {
            return table.getColumn(column).getWidth();
        }

        @Override
        public void width(int column, int width) {
            table.getColumn(column).setWidth(width);
        }

        @Override
        public void resizable(int column, boolean resizable) {
            table.getColumn(column).setResizable(resizable);
        }

        @Override
        public int[] order() {
            return table.getColumnOrder();
        }

        @Override
        public void order(int[] order) {
            table.setColumnOrder(order);
        }
    }

    /** Those of a tree. */
    record OfTree(Tree tree) implements Heads {

        @Override
        public int count() {
            return tree.getColumnCount();
        }

        @Override
        public String title(int column) {
            return tree.getColumn(column).getText();
        }

        @Override
        public int width(int column) {
            return tree.getColumn(column).getWidth();
        }

        @Override
        public void width(int column, int width) {
            tree.getColumn(column).setWidth(width);
        }

        @Override
        public void resizable(int column, boolean resizable) {
            tree.getColumn(column).setResizable(resizable);
        }

        @Override
        public int[] order() {
            return tree.getColumnOrder();
        }

        @Override
        public void order(int[] order) {
            tree.setColumnOrder(order);
        }
    }
}
