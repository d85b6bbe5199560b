package org.aforo.ui.internal.clock;

import java.util.Map;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.ModelChange;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.aforo.ui.internal.producers.Producers;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;

/**
 * Variables for commands' enablement: {@code org.aforo.ui.live}, whether any bench is connected and live;
 * {@code org.aforo.ui.active.live}, whether the one is that actions are about; {@code org.aforo.ui.active.sends}, whether
 * that one sends demo data besides.
 */
public final class BenchSource extends AbstractSourceProvider {

    private static final String LIVE = "org.aforo.ui.live";
    private static final String ACTIVE = "org.aforo.ui.active.live";
    private static final String SENDS = "org.aforo.ui.active.sends";

    private final Listening changes = Connections.shared().listen(this::changed);
    private final Listening connections = Connections.shared().watch(this::check);
    private final Listening active = ActiveConnection.watch(this::check);
    private final Listening producers = Producers.shared().listen(this::check);
    private Map<String, Object> told = Map.of();

    @Override
    public Map<String, Object> getCurrentState() {
        Optional<BenchConnection> steered = Clocks.live();
        return Map.of(LIVE, Connections.shared().all().stream().anyMatch(c -> c.state() == BenchConnection.State.LIVE),
                ACTIVE, steered.isPresent(), SENDS,
                steered.filter(bench -> !Producers.shared().running(bench).isEmpty()).isPresent());
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {LIVE, ACTIVE, SENDS};
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
        producers.close();
    }
}
