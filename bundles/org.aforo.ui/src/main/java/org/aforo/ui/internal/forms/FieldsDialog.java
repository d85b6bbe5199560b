package org.aforo.ui.internal.forms;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A dialog of fields, each after its label, with a button that does what they tell. */
public abstract class FieldsDialog extends TitleAreaDialog {

    private final String title;
    private final String verb;
    private boolean allowed = true;

    /**
     * @param title of the window
     * @param verb  on the button that does it
     */
    protected FieldsDialog(Shell parent, String title, String verb) {
        super(parent);
        this.title = title;
        this.verb = verb;
        setHelpAvailable(false);
    }

    /** Makes the fields, in a grid of two columns. */
    protected abstract void fields(Composite area);

    /** Whether what stands in the fields can be done. */
    protected final void allow(boolean allow) {
        allowed = allow;
        Button button = getButton(IDialogConstants.OK_ID);
        if (button != null) {
            button.setEnabled(allow);
        }
    }

    @Override
    protected final boolean isResizable() {
        return true;
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        fields(area);
        return area;
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, verb, true).setEnabled(allowed);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
