package org.aforo.ui.internal.connections;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Stops following the bench that is selected, and forgets it. Not the workbench's own. */
public final class DisconnectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Selections.connection(HandlerUtil.getCurrentSelection(event)).filter(c -> !c.embedded())
                .ifPresent(DisconnectHandler::disconnect);
        return null;
    }

    private static void disconnect(BenchConnection connection) {
        Connections.shared().disconnect(connection);
        RememberedConnections.remove(connection);
        Notices.done(Messages.disconnected, connection.name());
    }
}
