package org.aforo.ui.internal.connections;

import org.aforo.client.Connections;
import org.aforo.client.ModelChange;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IStartup;

/** Connects to the benches that are remembered, once the workbench has started, and tells how that goes. */
public final class ConnectRemembered implements IStartup {

    @Override
    public void earlyStartup() {
        Connections.shared().sampling(Sampling.frames());
        Connections.shared().listen(ConnectRemembered::tell);
        RememberedConnections.connect();
    }

    /** Tells in the status line of connections that are lost and come back; the Events view has them anyway. */
    private static void tell(ModelChange change) {
        change.events().stream().filter(event -> event.type().startsWith("connection-")).forEach(event -> {
            boolean back = event.type().equals("connection-restored");
            Notices.line(!back, NLS.bind(back ? Messages.told_back : Messages.told_lost, change.connection().name(),
                    event.text()));
        });
    }
}
