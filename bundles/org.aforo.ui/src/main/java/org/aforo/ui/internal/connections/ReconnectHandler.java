package org.aforo.ui.internal.connections;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Follows the bench that is selected from the start again. */
public final class ReconnectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Selections.connection(HandlerUtil.getCurrentSelection(event)).ifPresent(ReconnectHandler::reconnect);
        return null;
    }

    private static void reconnect(BenchConnection connection) {
        Connections.shared().disconnect(connection);
        Connections.shared().connect(connection.name(), connection.endpoint(), connection.embedded());
        Notices.done(Messages.reconnecting, connection.name());
    }
}
