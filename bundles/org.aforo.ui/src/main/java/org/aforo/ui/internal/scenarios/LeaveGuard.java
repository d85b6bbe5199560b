package org.aforo.ui.internal.scenarios;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks before the workbench is closed while scenarios run, as that ends them. */
final class LeaveGuard implements IWorkbenchListener {

    private static final int STOP = 1;

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        List<Run> running = Runs.shared().running();
        return forced || running.isEmpty() || ask(workbench, running);
    }

    private static boolean ask(IWorkbench workbench, List<Run> running) {
        String names = running.stream().map(Run::name).sorted().collect(Collectors.joining(", "));
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        Shell parent = window == null ? null : window.getShell();
        return new MessageDialog(parent, Messages.leave_title, null, NLS.bind(Messages.leave_question, names),
                MessageDialog.QUESTION, STOP, IDialogConstants.CANCEL_LABEL, Messages.leave_close).open() == STOP;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        Runs.shared().killAll();
    }
}
