package org.aforo.ui.internal.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.aforo.client.ModelChange;
import org.eclipse.core.runtime.jobs.Job;

/**
 * The faults that are active on the benches followed, asked for when a bench tells that one came or went, and when a
 * connection comes up. For any number of threads.
 */
public final class ActiveFaults {

    private static final ActiveFaults SHARED = new ActiveFaults();

    private final Map<BenchConnection, List<ActiveFault>> known = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    private ActiveFaults() {
        Connections.shared().listen(this::changed);
        Connections.shared().watch(() -> known.keySet().retainAll(Connections.shared().all()));
        Connections.shared().all().forEach(this::ask);
    }

    /** Those of this process. */
    public static ActiveFaults shared() {
        return SHARED;
    }

    /** Those that hit calls on a resource. */
    public List<ActiveFault> of(LiveResource resource) {
        List<ActiveFault> all = known.getOrDefault(resource.connection(), List.of());
        return all.isEmpty() ? all : all.stream().filter(fault -> fault.hits(resource)).toList();
    }

    /** All there are, by connection. */
    public List<ActiveFault> all() {
        List<ActiveFault> all = new ArrayList<>();
        Connections.shared().all().forEach(c -> all.addAll(known.getOrDefault(c, List.of())));
        return all;
    }

    /** Calls {@code listener} when they changed, on any thread. Close to stop. */
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed(ModelChange change) {
        boolean news = change.structure() && !known.containsKey(change.connection())
                || change.events().stream().anyMatch(event -> event.type().startsWith("fault-")
                        || event.type().startsWith("connection-"));
        if (news && change.connection().state() == BenchConnection.State.LIVE) {
            ask(change.connection());
        }
    }

    /** Asks a bench anew, in the background. */
    public void ask(BenchConnection connection) {
        Job job = Job.create(Messages.reading, monitor -> {
            try {
                List<ActiveFault> faults = new ArrayList<>();
                connection.control().get("/faults").path("faults")
                        .forEach(node -> faults.add(ActiveFault.of(connection, node)));
                known.put(connection, List.copyOf(faults));
                listeners.forEach(Runnable::run);
            } catch (BenchException e) {
                // the connection itself tells that it is lost; what was known stays until it is back
            }
        });
        job.setSystem(true);
        job.schedule();
    }
}
