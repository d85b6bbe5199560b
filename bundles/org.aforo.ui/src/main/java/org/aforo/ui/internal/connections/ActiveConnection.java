package org.aforo.ui.internal.connections;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.ui.Selections;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * The connection that actions without a resource are about, such as the clock's: that of what was selected last, else
 * the first that is live. For the UI thread.
 */
public final class ActiveConnection {

    private static final Set<Runnable> WATCHERS = new LinkedHashSet<>();
    private static BenchConnection last;

    private ActiveConnection() {
    }

    /** Calls when it is another one. Close to stop. */
    public static Listening watch(Runnable changed) {
        WATCHERS.add(changed);
        return () -> WATCHERS.remove(changed);
    }

    /** Watches what is selected in a window. Close to stop. */
    public static Listening follow(IWorkbenchWindow window, Runnable changed) {
        ISelectionListener listener = (part, selection) -> {
            Optional<BenchConnection> chosen = Selections.connection(selection);
            if (chosen.isPresent() && chosen.get() != last) {
                last = chosen.get();
                List.copyOf(WATCHERS).forEach(Runnable::run);
            }
        };
        Listening watching = watch(changed);
        window.getSelectionService().addSelectionListener(listener);
        return () -> {
            watching.close();
            window.getSelectionService().removeSelectionListener(listener);
        };
    }

    /** The one that actions are about now; it may be lost. */
    public static Optional<BenchConnection> get() {
        if (last != null && Connections.shared().all().contains(last)) {
            return Optional.of(last);
        }
        return Connections.shared().all().stream().filter(c -> c.state() == BenchConnection.State.LIVE).findFirst()
                .or(() -> Connections.shared().all().stream().findFirst());
    }

    /** The one selected, else the one that actions are about. */
    public static Optional<BenchConnection> of(ISelection selection) {
        return Selections.connection(selection).or(ActiveConnection::get);
    }
}
