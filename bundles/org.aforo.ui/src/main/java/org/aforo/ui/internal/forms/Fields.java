package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Fields of dialogs, each after its label, in a grid of two columns. */
public final class Fields {

    private Fields() {
    }

    public static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        return label;
    }

    /** One of several. */
    public static Combo combo(Composite parent, String label, String... items) {
        label(parent, label);
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items);
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    /** A text of several lines, in which the tab key goes on to the next field; {@code style} says how long ones show. */
    public static Text lines(Composite parent, String label, String text, int style) {
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label(parent, label));
        Text lines = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | style);
        lines.setFont(JFaceResources.getTextFont());
        lines.setText(text);
        lines.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        return lines;
    }

    /** A text of one line. */
    public static Text text(Composite parent, String label, String text) {
        label(parent, label);
        Text line = new Text(parent, SWT.BORDER);
        line.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        return line;
    }

    /** A number; with {@code digits} after the point. */
    public static Spinner spinner(Composite parent, String label, int from, int to, int value, int digits) {
        label(parent, label);
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, from, to, digits, digits == 0 ? 1 : 10, 100);
        return spinner;
    }
}
