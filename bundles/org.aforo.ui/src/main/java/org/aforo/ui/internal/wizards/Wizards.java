package org.aforo.ui.internal.wizards;

import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.internal.forms.Schema;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
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
        WizardDialog dialog = new WizardDialog(shell, new ActionWizard(bench, action,
                Schema.of(model.path("input")), Schema.of(model.path("output")), subject)) {
            @Override
            protected Point getInitialSize() {
                Point size = super.getInitialSize();
                return new Point(Math.max(size.x, WIDTH), HEIGHT);
            }
        };
        dialog.setHelpAvailable(false);
        dialog.open();
    }
}
