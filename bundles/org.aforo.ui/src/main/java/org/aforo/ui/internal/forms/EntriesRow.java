package org.aforo.ui.internal.forms;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What there may be several of, each with a way to remove it, and a way to add one. */
abstract class EntriesRow<E> extends Row {

    private Button add;
    private Composite entries;

    EntriesRow(Form form, FormItem item) {
        super(form, item);
    }

    abstract List<E> entries();

    abstract void add();

    abstract void remove(E entry);

    /** One entry's fields, in a box of their own. */
    abstract void create(Composite fields, E entry, int number);

    @Override
    final Control widget() {
        return add;
    }

    @Override
    final void create(Composite parent) {
        label(parent, SWT.CENTER);
        add = Buttons.add(parent, item().label(), () -> {
            add();
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
        for (E entry : entries()) {
            number++;
            create(Buttons.box(entries), entry, number);
            Buttons.remove(entries, item().label(), number, () -> {
                remove(entry);
                rebuild();
                add.setFocus();
            });
        }
        form().forgetGone();
        Buttons.hide(entries, entries().isEmpty());
    }

    private void rebuild() {
        fill();
        form().changed(item());
        form().measure();
    }
}
