package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
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
        if (creating(bench.get()).isEmpty()) {
            // not told yet
            BenchJob.run(NLS.bind(Messages.asking, bench.get().name()), monitor -> ActionCatalog.shared()
                    .ask(bench.get()), told -> open(shell, bench.get(), event.getParameter(ACTION)));
        } else {
            open(shell, bench.get(), event.getParameter(ACTION));
        }
        return null;
    }

    private static void open(Shell shell, BenchConnection bench, String id) {
        Optional<BenchAction> action = id == null ? choose(shell, bench) : ActionCatalog.shared().find(bench, id);
        action.ifPresent(chosen -> Wizards.open(shell, bench, chosen, Optional.empty()));
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
        return Pick.one(shell, Messages.chooseAction, Messages.chooseActionText, actions, BenchAction.class,
                action -> action.title() + " \u2013 " + action.service());
    }

    static List<BenchAction> creating(BenchConnection bench) {
        return ActionCatalog.shared().of(bench).stream()
                .filter(action -> action.role() == BenchAction.Role.CREATE).toList();
    }
}
