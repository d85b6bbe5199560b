package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.forms.GroupNode;
import org.aforo.ui.internal.forms.Schema;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;

/** Removes the selected resources, once people said so. */
public final class DeleteHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<LiveResource> resources = Targets.resources(HandlerUtil.getCurrentSelection(event),
                BenchAction.Role.DELETE);
        if (resources.isEmpty()) {
            return null;
        }
        boolean one = resources.size() == 1;
        String title = one ? action(resources.get(0)).map(BenchAction::title).orElse("")
                : NLS.bind(Messages.deleteMany, resources.size());
        String question = one ? NLS.bind(Messages.deleteOneQuestion, resources.get(0).state().name())
                : NLS.bind(Messages.deleteManyQuestion, resources.size());
        if (Confirm.ask(HandlerUtil.getActiveShell(event), title, Losses.text(question, resources),
                Messages.deleteButton)) {
            new Bulk(title, resources, Messages.deletedOf, DeleteHandler::delete).schedule();
        }
        return null;
    }

    private static Optional<BenchAction> action(LiveResource resource) {
        return ActionCatalog.shared().of(resource, BenchAction.Role.DELETE).stream().findFirst();
    }

    private static Optional<String> delete(LiveResource resource) throws BenchException {
        Optional<BenchAction> action = action(resource);
        if (action.isEmpty()) {
            // it went meanwhile: that is what was wanted
            return Optional.empty();
        }
        BenchAction delete = action.get();
        Control control = resource.connection().control();
        Schema input = Schema.of(control.get("/api/" + Control.encode(delete.service()) + '/'
                + Control.encode(delete.operation())).path("input"));
        GroupNode root = GroupNode.root(input);
        Bindings.fill(root, delete.bind(), resource.state(), resource.parent().map(LiveResource::state));
        control.call(delete.service(), delete.operation(), root.json().orElseThrow());
        return Optional.of(NLS.bind(Messages.deleted, resource.state().name()));
    }
}
