package org.aforo.ui.internal.wizards;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;

/** Has the benches asked what they offer before a menu needs it, and commands enabled by the answer. */
public final class Startup implements IStartup {

    private static final String ROLE = "org.aforo.ui.wizards.role";

    @Override
    public void earlyStartup() {
        ActionCatalog.shared().listen(Startup::told);
        told();
    }

    private static void told() {
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(Startup::evaluate);
        }
    }

    private static void evaluate() {
        IWorkbench workbench = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench() : null;
        if (workbench != null && !workbench.isClosing()) {
            workbench.getService(IEvaluationService.class).requestEvaluation(ROLE);
        }
    }
}
