package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.Notices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes a resource: the one told, or one that is chosen from all that the bench can make. */
public final class NewHandler extends AbstractHandler {

    static final String COMMAND = "org.aforo.ui.wizards.new";
    static final String ACTION = "org.aforo.ui.wizards.new.action";
    static final String BENCH = "org.aforo.ui.wizards.new.bench";

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<BenchConnection> bench = bench(event);
        if (bench.isEmpty()) {
            Notices.failed(Messages.newMenu, Messages.noBench);
            return null;
        }
        String id = event.getParameter(ACTION);
        Optional<BenchAction> action = id == null ? choose(shell, bench.get())
                : ActionCatalog.shared().find(bench.get(), id);
        action.ifPresent(chosen -> Wizards.open(shell, bench.get(), chosen, Optional.empty()));
        return null;
    }

    private static Optional<BenchConnection> bench(ExecutionEvent event) {
        String endpoint = event.getParameter(BENCH);
        return endpoint == null ? Targets.bench(HandlerUtil.getCurrentSelection(event))
                : Connections.shared().all().stream().filter(open -> open.endpoint().toString().equals(endpoint))
                        .findFirst();
    }

    private static Optional<BenchAction> choose(Shell shell, BenchConnection bench) {
        List<BenchAction> actions = creating(bench);
        if (actions.isEmpty()) {
            Notices.failed(Messages.newMenu, Messages.noActions);
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(
                element -> ((BenchAction) element).title() + " \u2013 " + ((BenchAction) element).service()));
        dialog.setTitle(Messages.chooseAction);
        dialog.setMessage(Messages.chooseActionText);
        dialog.setMultipleSelection(false);
        dialog.setHelpAvailable(false);
        dialog.setElements(actions.toArray());
        return dialog.open() == Window.OK ? Optional.ofNullable((BenchAction) dialog.getFirstResult())
                : Optional.empty();
    }

    static List<BenchAction> creating(BenchConnection bench) {
        return ActionCatalog.shared().of(bench).stream()
                .filter(action -> action.role() == BenchAction.Role.CREATE).toList();
    }
}
