package org.aforo.ui.internal.connections;

import org.aforo.client.Connections;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.ui.IStartup;

/** Connects to the benches that are remembered, once the workbench has started. */
public final class ConnectRemembered implements IStartup {

    @Override
    public void earlyStartup() {
        Connections.shared().sampling(Sampling.frames());
        RememberedConnections.connect();
    }
}
