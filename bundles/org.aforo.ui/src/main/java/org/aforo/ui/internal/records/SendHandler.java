package org.aforo.ui.internal.records;

import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Sends one record to the selected resource. */
public final class SendHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Selections.resources(HandlerUtil.getCurrentSelection(event)).stream().findFirst()
                .ifPresent(resource -> SendDialog.open(HandlerUtil.getActiveShell(event), resource));
        return null;
    }
}
