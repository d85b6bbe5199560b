package org.aforo.ui.internal.forms;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** A list. */
final class ListRow extends EntriesRow<FormNode> {

    private final ListNode node;

    ListRow(Form form, FormItem item, ListNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    List<FormNode> entries() {
        return node.entries();
    }

    @Override
    void add() {
        node.add();
    }

    @Override
    void remove(FormNode entry) {
        node.remove(entry);
    }

    @Override
    void create(Composite fields, FormNode entry, int number) {
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        form().row(fields, FormItem.entry(item().label() + ' ' + number, entry));
    }
}
