package org.aforo.ui.internal.faults;

import org.aforo.ui.internal.connections.ActiveConnection;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Takes all faults away from the bench that is selected. */
public final class ClearHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveConnection.of(HandlerUtil.getCurrentSelection(event)).ifPresent(Removing::all);
        return null;
    }
}
