package org.aforo.ui.internal.faults;

import java.util.Optional;

import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a fault that hits what is selected: a resource, a service, a whole bench. */
public final class InjectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Optional<FaultTarget> target = target(HandlerUtil.getCurrentSelection(event));
        target.ifPresentOrElse(t -> new InjectDialog(HandlerUtil.getActiveShell(event), t).open(),
                () -> Notices.failed(Messages.injecting, Messages.no_resource));
        return null;
    }

    private static Optional<FaultTarget> target(ISelection selection) {
        return Selections.resources(selection).stream().findFirst().map(FaultTarget::of)
                .or(() -> selection instanceof IStructuredSelection s
                        && s.getFirstElement() instanceof ServiceView service ? Optional.of(FaultTarget.of(service))
                                : Optional.empty())
                .or(() -> ActiveConnection.of(selection).map(FaultTarget::of));
    }
}
