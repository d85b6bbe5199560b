package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A field on the screen: label, widget, and AWS's words. Its parent has a grid of two columns. */
abstract class Row {

    private final Form form;
    private final FormItem item;
    private Label error;

    Row(Form form, FormItem item) {
        this.form = form;
        this.item = item;
    }

    final Form form() {
        return form;
    }

    final FormItem item() {
        return item;
    }

    abstract void create(Composite parent);

    /** What gets the focus. */
    abstract Control widget();

    final String label() {
        return item.required() ? NLS.bind(Messages.required, item.label()) : item.label();
    }

    /** The label on the left. */
    final void label(Composite parent, int verticalAlignment) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(label().replace("&", "&&"));
        label.setToolTipText(item.shortHelp());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, verticalAlignment).applyTo(label);
    }

    /** Makes a widget tell its field's name, and the form which field has the focus. */
    final void field(Control control, String name) {
        Accessibles.name(control, name);
        control.addListener(SWT.FocusIn, event -> form.focused(item));
    }

    /** What stands below: AWS's words when there are some, then the help. */
    final void below(Composite parent) {
        Label gap = new Label(parent, SWT.NONE);
        error = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).exclude(true).applyTo(error);
        GridDataFactory.swtDefaults().exclude(true).applyTo(gap);
        gap.setVisible(false);
        error.setVisible(false);
        error.setData(gap);
        ErrorColour.follow(error);
        form.help(parent, item);
    }

    /** Shows words, or none; tells whether that changes what room is needed. */
    final boolean error(String words) {
        if (error == null || error.isDisposed() || error.getText().equals(words.replace("&", "&&"))) {
            return false;
        }
        boolean some = !words.isEmpty();
        error.setText(words.replace("&", "&&"));
        ErrorColour.set(error, some);
        Label gap = (Label) error.getData();
        for (Label label : new Label[] {gap, error}) {
            ((GridData) label.getLayoutData()).exclude = !some;
            label.setVisible(some);
        }
        if (widget() != null && !widget().isDisposed()) {
            Accessibles.description(widget(), words);
        }
        return true;
    }
}
