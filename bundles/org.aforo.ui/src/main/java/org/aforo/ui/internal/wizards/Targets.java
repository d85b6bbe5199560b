package org.aforo.ui.internal.wizards;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.aforo.ui.Selections;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** What an action is about: the selection's bench and resources. */
public final class Targets {

    private Targets() {
    }

    /** The bench of what is selected, or else the first one that is there. */
    public static Optional<BenchConnection> bench(ISelection selection) {
        return Selections.connection(selection).filter(bench -> bench.state() == BenchConnection.State.LIVE)
                .or(() -> Connections.shared().all().stream()
                        .min(Comparator.comparing(bench -> bench.state() != BenchConnection.State.LIVE)));
    }

    /** What is selected in the active window. */
    public static ISelection selection() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getSelectionService().getSelection();
    }

    /** The selected resources that an action of this role is for. */
    static List<LiveResource> resources(ISelection selection, BenchAction.Role role) {
        return Selections.resources(selection).stream()
                .filter(resource -> !ActionCatalog.shared().of(resource, role).isEmpty()).distinct().toList();
    }
}
