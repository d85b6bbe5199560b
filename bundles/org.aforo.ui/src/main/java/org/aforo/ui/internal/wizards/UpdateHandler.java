package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Optional;

import org.aforo.client.LiveResource;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Changes the selected resource: by the action told, by the only one there is, or by one that is chosen. */
public final class UpdateHandler extends AbstractHandler {

    static final String COMMAND = "org.aforo.ui.wizards.update";
    static final String ACTION = "org.aforo.ui.wizards.update.action";

    @Override
    public Object execute(ExecutionEvent event) {
        List<LiveResource> resources = Targets.resources(HandlerUtil.getCurrentSelection(event),
                BenchAction.Role.UPDATE);
        if (!resources.isEmpty()) {
            LiveResource resource = resources.get(0);
            Shell shell = HandlerUtil.getActiveShell(event);
            action(shell, resource, event.getParameter(ACTION)).ifPresent(action -> Wizards.open(shell,
                    resource.connection(), action, Optional.of(resource)));
        }
        return null;
    }

    private static Optional<BenchAction> action(Shell shell, LiveResource resource, String id) {
        List<BenchAction> actions = ActionCatalog.shared().of(resource, BenchAction.Role.UPDATE);
        if (id != null) {
            return actions.stream().filter(action -> action.id().equals(id)).findFirst();
        }
        return actions.size() == 1 ? Optional.of(actions.get(0)) : Pick.one(shell, resource.state().name(),
                Messages.chooseChangeText, actions, BenchAction.class, BenchAction::title);
    }
}
