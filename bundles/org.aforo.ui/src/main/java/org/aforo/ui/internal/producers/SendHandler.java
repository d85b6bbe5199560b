package org.aforo.ui.internal.producers;

import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks what demo data to send to the resources selected. */
public final class SendHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var resources = Selections.resources(HandlerUtil.getCurrentSelection(event)).stream().map(Sinks::of)
                .distinct().toList();
        if (!resources.isEmpty()) {
            new SendDialog(HandlerUtil.getActiveShell(event), resources).open();
        }
        return null;
    }
}
