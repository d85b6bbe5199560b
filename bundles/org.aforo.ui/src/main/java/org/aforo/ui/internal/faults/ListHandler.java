package org.aforo.ui.internal.faults;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the faults that are active. */
public final class ListHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        new FaultsDialog(HandlerUtil.getActiveShell(event)).open();
        return null;
    }
}
