package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A list: its entries, each with a way to remove it, and a way to add one. */
final class ListRow extends Row {

    private final ListNode node;
    private Button add;
    private Composite entries;

    ListRow(Form form, FormItem item, ListNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    Control widget() {
        return add;
    }

    @Override
    void create(Composite parent) {
        label(parent, SWT.CENTER);
        add = Buttons.add(parent, item().label(), () -> {
            node.add();
            rebuild();
            Buttons.focusLast(entries);
        });
        field(add, NLS.bind(Messages.addTo, item().label()));
        below(parent);
        entries = Buttons.box(parent);
        fill();
    }

    private void fill() {
        Buttons.clear(entries);
        int number = 0;
        for (FormNode entry : node.entries()) {
            number++;
            Composite fields = Buttons.box(entries);
            GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
            form().row(fields, FormItem.entry(item().label() + ' ' + number, entry));
            Buttons.remove(entries, item().label(), number, () -> {
                node.remove(entry);
                rebuild();
                add.setFocus();
            });
        }
        form().forgetGone();
        Buttons.hide(entries, node.entries().isEmpty());
    }

    private void rebuild() {
        fill();
        form().changed(item());
        form().measure();
    }
}
