package org.aforo.ui.internal.producers;

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
 * The demo data that the benches followed send, asked for when a connection comes up or a bench tells of a producer,
 * and every second while one runs. For any number of threads.
 */
public final class Producers {

    private static final long AGAIN = 1000;
    private static final Producers SHARED = new Producers();

    private final Map<BenchConnection, List<Producer>> known = new ConcurrentHashMap<>();
    private final Map<BenchConnection, Job> asking = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Producers() {
        Connections.shared().listen(this::changed);
        Connections.shared().watch(this::forgetClosed);
        Connections.shared().all().forEach(this::ask);
    }

    /** Those of this process. */
    public static Producers shared() {
        return SHARED;
    }

    /** Those that send to a resource. */
    public List<Producer> of(LiveResource resource) {
        List<Producer> all = known.getOrDefault(resource.connection(), List.of());
        return all.isEmpty() ? all : all.stream().filter(p -> p.arn().equals(resource.arn())).toList();
    }

    /** Those of a bench that go on. */
    List<Producer> running(BenchConnection connection) {
        return known.getOrDefault(connection, List.of()).stream().filter(Producer::running).toList();
    }

    /** Calls {@code listener} when they changed, on any thread. Close to stop. */
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void forgetClosed() {
        List<BenchConnection> open = Connections.shared().all();
        known.keySet().retainAll(open);
        asking.entrySet().removeIf(entry -> !open.contains(entry.getKey()) && entry.getValue().cancel());
    }

    private void changed(ModelChange change) {
        boolean news = change.structure() && !known.containsKey(change.connection())
                || change.events().stream().anyMatch(event -> event.type().startsWith("producer-")
                        || event.type().startsWith("connection-"));
        if (news && change.connection().state() == BenchConnection.State.LIVE) {
            ask(change.connection());
        }
    }

    /** Asks a bench anew, in the background. */
    public void ask(BenchConnection connection) {
        Job job = asking.computeIfAbsent(connection, this::asker);
        job.schedule();
        job.wakeUp();
    }

    private Job asker(BenchConnection connection) {
        Job job = Job.create(Messages.reading, monitor -> {
            read(connection);
        });
        job.setSystem(true);
        return job;
    }

    private void read(BenchConnection connection) {
        try {
            List<Producer> producers = new ArrayList<>();
            connection.control().get("/producers").path("producers")
                    .forEach(node -> producers.add(Producer.of(connection, node)));
            known.put(connection, List.copyOf(producers));
        } catch (BenchException e) {
            // the connection itself tells that it is lost; what was known stays until it is back
            known.putIfAbsent(connection, List.of());
        }
        listeners.forEach(Runnable::run);
        boolean running = known.getOrDefault(connection, List.of()).stream().anyMatch(Producer::running);
        Job job = asking.get(connection);
        if (running && job != null && Connections.shared().all().contains(connection)) {
            job.schedule(AGAIN);
        }
    }
}
