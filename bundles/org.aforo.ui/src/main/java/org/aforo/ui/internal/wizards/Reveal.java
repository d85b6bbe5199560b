package org.aforo.ui.internal.wizards;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Selects what was made, once the bench tells of it. */
final class Reveal {

    private static final String VIEW = "org.aforo.ui.resources";
    private static final int TRIES = 50;
    private static final long LOOK_MILLIS = 100;

    private Reveal() {
    }

    /** What there is now. */
    static Set<String> arns(BenchConnection bench) {
        Set<String> arns = new HashSet<>();
        bench.resources().forEach(resource -> arns.add(resource.arn()));
        return arns;
    }

    /** Selects a resource of this kind that wasn't there before; gives up after a few seconds. */
    static void whenThere(BenchConnection bench, String service, String kind, Set<String> before) {
        Job job = new Job(Messages.review) {
            private int tries;

            @Override
            protected IStatus run(IProgressMonitor monitor) {
                Optional<LiveResource> fresh = bench.resources().stream()
                        .filter(resource -> resource.state().service().equals(service)
                                && resource.state().kind().equals(kind)
                                && !before.contains(resource.arn()))
                        .findFirst();
                if (fresh.isPresent()) {
                    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> select(fresh.get(), TRIES));
                } else if (++tries < TRIES) {
                    schedule(LOOK_MILLIS);
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    /** The tree follows the bench with some delay, and can't select what it doesn't show yet. */
    private static void select(LiveResource resource, int left) {
        Optional<ISelectionProvider> provider = resources();
        if (provider.isEmpty() || resource.gone()) {
            return;
        }
        provider.get().setSelection(new StructuredSelection(resource));
        boolean selected = provider.get().getSelection() instanceof IStructuredSelection now
                && now.toList().contains(resource);
        if (!selected && left > 0) {
            Display.getCurrent().timerExec((int) LOOK_MILLIS, () -> select(resource, left - 1));
        }
    }

    private static Optional<ISelectionProvider> resources() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null && workbench.getWorkbenchWindowCount() > 0) {
            window = workbench.getWorkbenchWindows()[0];
        }
        IViewPart view = window == null || window.getActivePage() == null ? null
                : window.getActivePage().findView(VIEW);
        return Optional.ofNullable(view).map(part -> part.getSite().getSelectionProvider());
    }
}
