package org.aforo.ui.internal.wizards;

import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.internal.forms.Schema;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import tools.jackson.databind.JsonNode;

/** Opens an action's wizard. */
public final class Wizards {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 560;

    private Wizards() {
    }

    /** Asks the bench for the operation's model, then opens the wizard. From the UI thread; returns at once. */
    public static void open(Shell shell, BenchConnection bench, BenchAction action, Optional<LiveResource> subject) {
        String path = "/api/" + Control.encode(action.service()) + '/' + Control.encode(action.operation());
        BenchJob.run(NLS.bind(Messages.askingForms, action.operation()), monitor -> bench.control().get(path),
                model -> show(shell, bench, action, subject, model));
    }

    private static void show(Shell shell, BenchConnection bench, BenchAction action, Optional<LiveResource> subject,
            JsonNode model) {
        if (shell.isDisposed()) {
            return;
        }
        new Dialog(shell, new ActionWizard(bench, action, Schema.of(model.path("input")),
                Schema.of(model.path("output")), subject)).open();
    }

    /** JFace's, with buttons in the workbench's language. */
    private static final class Dialog extends WizardDialog {

        Dialog(Shell shell, ActionWizard wizard) {
            super(shell, wizard);
            setHelpAvailable(false);
        }

        @Override
        protected Button createButton(Composite parent, int id, String text, boolean standard) {
            return super.createButton(parent, id, Pick.translated(id, text), standard);
        }

        @Override
        protected void createButtonsForButtonBar(Composite parent) {
            super.createButtonsForButtonBar(parent);
            getButton(IDialogConstants.CANCEL_ID).setText(Messages.cancel);
        }

        @Override
        protected Point getInitialSize() {
            Point size = super.getInitialSize();
            return new Point(Math.max(size.x, WIDTH), HEIGHT);
        }
    }
}
