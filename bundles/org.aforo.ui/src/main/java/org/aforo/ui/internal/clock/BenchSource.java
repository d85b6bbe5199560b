package org.aforo.ui.internal.clock;

import java.util.Map;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.ModelChange;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;

/**
 * Variables for commands' enablement: {@code org.aforo.ui.live}, whether any bench is connected and live, and
 * {@code org.aforo.ui.clock.live}, whether the one is whose clock is steered.
 */
public final class BenchSource extends AbstractSourceProvider {

    private static final String LIVE = "org.aforo.ui.live";
    private static final String CLOCK = "org.aforo.ui.clock.live";

    private final Listening changes = Connections.shared().listen(this::changed);
    private final Listening connections = Connections.shared().watch(this::check);
    private final Listening active = ActiveConnection.watch(this::check);
    private Map<String, Object> told = Map.of();

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(LIVE, Connections.shared().all().stream().anyMatch(c -> c.state() == BenchConnection.State.LIVE),
                CLOCK, Clocks.live().isPresent());
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {LIVE, CLOCK};
    }

    private void changed(ModelChange change) {
        if (change.structure()) {
            check();
        }
    }

    private void check() {
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                Map<String, Object> now = getCurrentState();
                if (!now.equals(told)) {
                    told = now;
                    fireSourceChanged(ISources.WORKBENCH, now);
                }
            });
        }
    }

    @Override
    public void dispose() {
        changes.close();
        connections.close();
        active.close();
    }
}
