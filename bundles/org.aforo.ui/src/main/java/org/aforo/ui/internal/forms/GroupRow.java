package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A structure: its members indented; where it may be left out, below a check that brings and takes them. */
final class GroupRow extends Row {

    static final int INDENT = 16;

    private final GroupNode node;
    private Control head;
    private Composite members;

    GroupRow(Form form, FormItem item, GroupNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    Control widget() {
        return head;
    }

    @Override
    void create(Composite parent) {
        head = item().fixed() ? title(parent) : check(parent);
        field(head, item().label());
        below(parent);
        members = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(INDENT, 0, 0, 0).applyTo(members);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(members);
        show(item().fixed() || node.json().isPresent());
    }

    private Control title(Composite parent) {
        Label title = new Label(parent, SWT.NONE);
        title.setText(label().replace("&", "&&"));
        title.setToolTipText(item().shortHelp());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
        return title;
    }

    private Control check(Composite parent) {
        Button check = new Button(parent, SWT.CHECK);
        check.setText(label().replace("&", "&&"));
        check.setToolTipText(item().shortHelp());
        check.setSelection(node.json().isPresent());
        check.addListener(SWT.Selection, event -> {
            node.on(check.getSelection());
            show(check.getSelection());
            form().changed(item());
            form().measure();
        });
        GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
        return check;
    }

    private void show(boolean yes) {
        for (Control child : members.getChildren()) {
            child.dispose();
        }
        form().forgetGone();
        ((GridData) members.getLayoutData()).exclude = !yes;
        members.setVisible(yes);
        if (yes) {
            FormItem.members(node).forEach(member -> form().row(members, member));
        }
    }
}
