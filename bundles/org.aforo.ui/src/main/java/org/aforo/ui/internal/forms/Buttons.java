package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What rows with entries are made of. */
final class Buttons {

    private Buttons() {
    }

    static Button add(Composite parent, String label, Runnable action) {
        Button add = new Button(parent, SWT.PUSH);
        add.setText(Messages.add);
        add.setToolTipText(NLS.bind(Messages.addTo, label));
        add.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(add);
        return add;
    }

    static void remove(Composite parent, String label, int number, Runnable action) {
        Button remove = new Button(parent, SWT.PUSH);
        remove.setText(Messages.remove);
        remove.setToolTipText(NLS.bind(Messages.removeFrom, label, number));
        Accessibles.name(remove, NLS.bind(Messages.removeFrom, label, number));
        remove.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(remove);
    }

    /** An indented box of two columns as wide as its parent. */
    static Composite box(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(GroupRow.INDENT, 0, 0, 0).applyTo(box);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(box);
        return box;
    }

    static void clear(Composite box) {
        for (Control child : box.getChildren()) {
            child.dispose();
        }
    }

    /** Sets the focus to the first field of the last entry; behind its fields is the way to remove it. */
    static void focusLast(Composite entries) {
        Control[] children = entries.getChildren();
        if (children.length > 1) {
            children[children.length - 2].setFocus();
        }
    }

    static void hide(Composite box, boolean yes) {
        ((GridData) box.getLayoutData()).exclude = yes;
        box.setVisible(!yes);
    }
}
