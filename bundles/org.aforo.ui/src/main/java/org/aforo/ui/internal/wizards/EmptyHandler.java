package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import tools.jackson.databind.JsonNode;

/** Removes what is in the selected resources, once people said so. */
public final class EmptyHandler extends AbstractHandler {

    static final String COMMAND = "org.aforo.ui.wizards.empty";

    @Override
    public Object execute(ExecutionEvent event) {
        List<LiveResource> resources = Targets.resources(HandlerUtil.getCurrentSelection(event),
                BenchAction.Role.EMPTY);
        if (resources.isEmpty()) {
            return null;
        }
        boolean one = resources.size() == 1;
        String title = one
                ? ActionCatalog.shared().of(resources.get(0), BenchAction.Role.EMPTY).get(0).title()
                : NLS.bind(Messages.emptyMany, resources.size());
        String question = one ? NLS.bind(Messages.emptyOneQuestion, resources.get(0).state().name())
                : NLS.bind(Messages.emptyManyQuestion, resources.size());
        if (Confirm.ask(HandlerUtil.getActiveShell(event), title, Losses.text(question, resources),
                Messages.emptyButton)) {
            new Bulk(title, resources, Messages.emptiedOf, EmptyHandler::empty).schedule();
        }
        return null;
    }

    private static Optional<String> empty(LiveResource resource) throws BenchException {
        JsonNode answer = resource.connection().control().post("/resources/empty",
                Control.object().put("arn", resource.arn()));
        return Optional.of(NLS.bind(Messages.emptied, answer.path("removed").asLong(0), resource.state().name()));
    }
}
