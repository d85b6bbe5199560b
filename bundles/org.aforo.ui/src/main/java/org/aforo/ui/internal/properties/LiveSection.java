package org.aforo.ui.internal.properties;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** A tab of the Properties view: a table whose cells are kept up to date where they stand. */
abstract class LiveSection extends AbstractPropertySection {

    private Object input;
    private Table table;
    private Composite area;
    private LiveUpdate updates;

    /** A column's title and width. */
    record Column(String title, int width) {
    }

    /** The name of the table, for who doesn't see it. */
    abstract String name();

    abstract List<Column> columns();

    /** The cells of what is selected. */
    abstract List<List<String>> rows(Object selected);

    /** A row was chosen by a double click or Enter. */
    void chosen(int row) {
    }

    /** Called when something else is selected, and after each update. */
    void updated() {
    }

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage page) {
        super.createControls(parent, page);
        area = getWidgetFactory().createFlatFormComposite(parent);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(area);
        table = getWidgetFactory().createTable(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        Accessibles.name(table, name());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(table);
        for (Column column : columns()) {
            TableColumn made = new TableColumn(table, SWT.LEFT);
            made.setText(column.title());
            made.setWidth(column.width());
        }
        table.addListener(SWT.DefaultSelection, event -> chosen(table.getSelectionIndex()));
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            }
        });
        more(area);
        updates = LiveUpdate.of(table, Sampling.tableMillis(), this::update);
    }

    /** What stands below the table. */
    void more(Composite parent) {
    }

    private void copy() {
        String text = Arrays.stream(table.getSelection())
                .map(item -> columnTexts(item).stream().collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private List<String> columnTexts(TableItem item) {
        return java.util.stream.IntStream.range(0, table.getColumnCount()).mapToObj(item::getText).toList();
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        input = selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        update();
    }

    /** The resource selected; null when it is something else. */
    LiveResource resource() {
        return input instanceof LiveResource resource ? resource : null;
    }

    private void update() {
        if (input == null || table == null || table.isDisposed() || !table.isVisible() && table.getItemCount() > 0) {
            return;
        }
        List<List<String>> rows = rows(input);
        if (table.getItemCount() > rows.size()) {
            table.remove(rows.size(), table.getItemCount() - 1);
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            List<String> cells = rows.get(i);
            for (int column = 0; column < cells.size(); column++) {
                if (!item.getText(column).equals(cells.get(column))) {
                    item.setText(column, cells.get(column));
                }
            }
        }
        updated();
    }

    @Override
    public void refresh() {
        update();
    }

    @Override
    public void aboutToBeShown() {
        if (updates != null) {
            updates.request();
        }
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }
}
