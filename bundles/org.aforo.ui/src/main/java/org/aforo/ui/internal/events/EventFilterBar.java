package org.aforo.ui.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.resources.Accessibles;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Chooses which events are shown. */
final class EventFilterBar {

    private static final int FIXED_TYPES = 2;
    private static final int TEXT_WIDTH = 160;

    private final Text text;
    private final Combo type;
    private final Combo connection;
    private final Button resourceOnly;
    private final TreeSet<String> types = new TreeSet<>();
    private List<LiveResource> selected = List.of();

    EventFilterBar(Composite parent, Runnable changed) {
        Composite bar = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().center(true).spacing(6).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        text = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.filter_message);
        text.setLayoutData(new RowData(TEXT_WIDTH, SWT.DEFAULT));
        Accessibles.name(text, Messages.filter_name);
        type = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        type.setItems(Messages.type_all, Messages.type_problems);
        type.select(0);
        Accessibles.name(type, Messages.type_name);
        connection = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        connection.setItems(Messages.connection_all, Messages.connection_workbench);
        connection.select(0);
        Accessibles.name(connection, Messages.connection_name);
        resourceOnly = new Button(bar, SWT.CHECK);
        resourceOnly.setText(Messages.resource_only);
        text.addModifyListener(event -> changed.run());
        type.addListener(SWT.Selection, event -> changed.run());
        connection.addListener(SWT.Selection, event -> changed.run());
        resourceOnly.addListener(SWT.Selection, event -> changed.run());
    }

    EventFilter filter() {
        int chosen = type.getSelectionIndex();
        return new EventFilter(text.getText().strip().toLowerCase(Locale.ROOT),
                chosen >= FIXED_TYPES ? type.getText() : "", chosen == 1,
                connection.getSelectionIndex() > 0 ? connection.getText() : "",
                resourceOnly.getSelection() ? selected : List.of());
    }

    /** Offers the types of these rows too. */
    void offer(Iterable<EventRow> rows) {
        boolean news = false;
        for (EventRow row : rows) {
            news |= row.source().isPresent() && types.add(row.type());
        }
        if (news) {
            List<String> items = new ArrayList<>(List.of(Messages.type_all, Messages.type_problems));
            items.addAll(types);
            replace(type, items);
        }
        List<String> names = new ArrayList<>(List.of(Messages.connection_all, Messages.connection_workbench));
        Connections.shared().all().stream().map(BenchConnection::name).distinct().forEach(names::add);
        if (!List.of(connection.getItems()).equals(names)) {
            replace(connection, names);
        }
    }

    private static void replace(Combo combo, List<String> items) {
        String chosen = combo.getText();
        combo.setItems(items.toArray(String[]::new));
        combo.select(Math.max(0, items.indexOf(chosen)));
        combo.getParent().layout();
    }

    /** What is selected in the workbench; whether that changes what is shown. */
    boolean selected(List<LiveResource> resources) {
        selected = resources;
        return resourceOnly.getSelection();
    }

    void setFocus() {
        text.setFocus();
        text.selectAll();
    }
}
