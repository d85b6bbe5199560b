package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * What the connected benches offer, known beforehand so that menus need not wait: asked for when a bench comes alive
 * and again when its services change. For any number of threads.
 */
public final class ActionCatalog {

    private static final ActionCatalog SHARED = new ActionCatalog(Connections.shared());

    private final Connections connections;
    private final Map<BenchConnection, Known> known = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    private record Known(List<String> services, List<BenchAction> actions) {
    }

    private ActionCatalog(Connections connections) {
        this.connections = connections;
        connections.listen(change -> look(change.connection()));
        connections.watch(this::lookAtAll);
        lookAtAll();
    }

    /** That of this process. */
    public static ActionCatalog shared() {
        return SHARED;
    }

    /** What a bench offers, as last told; nothing while it isn't there. */
    public List<BenchAction> of(BenchConnection bench) {
        Known now = known.get(bench);
        return now == null || bench.state() != BenchConnection.State.LIVE ? List.of() : now.actions();
    }

    /** What can be done with a resource, of one role. */
    public List<BenchAction> of(LiveResource resource, BenchAction.Role role) {
        return resource.gone() ? List.of() : of(resource.connection()).stream()
                .filter(action -> action.role() == role && action.kind().equals(resource.state().kind())
                        && action.service().equals(resource.state().service()))
                .toList();
    }

    /** What a bench offers, asked for now; blocks. */
    List<BenchAction> ask(BenchConnection bench) throws BenchException {
        List<String> services = bench.services().stream().map(BenchConnection.ServiceView::id).toList();
        List<BenchAction> told = BenchAction.all(bench.control().get("/actions?lang="
                + Control.encode(Locale.getDefault().getLanguage())));
        known.put(bench, new Known(services, told));
        listeners.forEach(Runnable::run);
        return told;
    }

    /** The one of this id, if the bench offers it. */
    Optional<BenchAction> find(BenchConnection bench, String id) {
        return of(bench).stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** Calls {@code listener} after what is offered changed, on any thread. */
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void lookAtAll() {
        List<BenchConnection> open = connections.all();
        known.keySet().retainAll(open);
        open.forEach(this::look);
    }

    private void look(BenchConnection bench) {
        if (bench.state() != BenchConnection.State.LIVE) {
            return;
        }
        List<String> services = bench.services().stream().map(BenchConnection.ServiceView::id).toList();
        Known before = known.get(bench);
        if (before == null || !before.services().equals(services)) {
            List<BenchAction> kept = before == null ? List.of() : before.actions().stream()
                    .filter(action -> services.contains(action.service())).toList();
            known.put(bench, new Known(services, kept));
            later(bench);
        }
    }

    private void later(BenchConnection bench) {
        Job job = Job.create(NLS.bind(Messages.asking, bench.name()), monitor -> {
            try {
                ask(bench);
            } catch (BenchException e) {
                // it went again: asked anew when it is back
                known.remove(bench);
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }
}
