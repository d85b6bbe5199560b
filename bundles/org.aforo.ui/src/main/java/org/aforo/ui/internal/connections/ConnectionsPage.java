package org.aforo.ui.internal.connections;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.Connections;
import org.aforo.ui.internal.connections.RememberedConnections.Remembered;
import org.aforo.ui.internal.resources.Accessibles;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The benches that are connected when the workbench starts. */
public final class ConnectionsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private List<Remembered> shown;
    private Table table;

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.page_intro);
        noDefaultAndApplyButton();
        shown = new ArrayList<>(RememberedConnections.all());
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        table = new Table(area, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.page_names);
        GridDataFactory.fillDefaults().grab(true, true).hint(420, 160).applyTo(table);
        column(Messages.page_name, 160);
        column(Messages.page_url, 240);
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, Messages.page_add, this::add);
        button(buttons, Messages.page_remove, this::remove);
        fill();
        return area;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    private static void button(Composite parent, String text, Runnable what) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> what.run());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
    }

    private void fill() {
        table.removeAll();
        for (Remembered one : shown) {
            new TableItem(table, SWT.NONE).setText(new String[] {one.name(), one.endpoint().toString()});
        }
    }

    private void add() {
        new ConnectDialog(getShell()).open();
        shown = new ArrayList<>(RememberedConnections.all());
        fill();
    }

    private void remove() {
        int[] chosen = table.getSelectionIndices();
        for (int i = chosen.length - 1; i >= 0; i--) {
            shown.remove(chosen[i]);
        }
        fill();
    }

    @Override
    public boolean performOk() {
        List<Remembered> before = RememberedConnections.all();
        RememberedConnections.save(shown);
        before.stream().filter(one -> !shown.contains(one)).forEach(one -> Connections.shared().all().stream()
                .filter(c -> !c.embedded() && c.endpoint().equals(one.endpoint())).toList()
                .forEach(Connections.shared()::disconnect));
        return true;
    }
}
