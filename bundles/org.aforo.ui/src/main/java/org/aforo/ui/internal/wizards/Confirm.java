package org.aforo.ui.internal.wizards;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Asks before something is lost; what was asked for is on the button. */
final class Confirm {

    private Confirm() {
    }

    static boolean ask(Shell shell, String title, String text, String button) {
        return MessageDialog.open(MessageDialog.WARNING, shell, title, text, SWT.SHEET, button,
                Messages.cancel) == 0;
    }
}
