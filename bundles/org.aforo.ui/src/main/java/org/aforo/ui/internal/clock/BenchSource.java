package org.aforo.ui.internal.clock;

import java.util.Map;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.ModelChange;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;

/** The variable {@code org.aforo.ui.live}: whether any bench is connected and live, for commands' enablement. */
public final class BenchSource extends AbstractSourceProvider {

    private static final String LIVE = "org.aforo.ui.live";

    private final Listening changes = Connections.shared().listen(this::changed);
    private final Listening connections = Connections.shared().watch(this::check);
    private boolean last;

    @Override
    public Map<String, Object> getCurrentState() {
        last = live();
        return Map.of(LIVE, last);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {LIVE};
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
                if (live() != last) {
                    last = !last;
                    fireSourceChanged(ISources.WORKBENCH, LIVE, last);
                }
            });
        }
    }

    private static boolean live() {
        return Connections.shared().all().stream().anyMatch(c -> c.state() == BenchConnection.State.LIVE);
    }

    @Override
    public void dispose() {
        changes.close();
        connections.close();
    }
}
