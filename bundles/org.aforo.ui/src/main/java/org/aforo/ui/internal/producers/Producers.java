package org.aforo.ui.internal.producers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.aforo.client.ModelChange;
import org.aforo.ui.internal.undo.Steering;
import org.eclipse.core.runtime.jobs.Job;
import tools.jackson.databind.JsonNode;

/**
 * The demo data that the benches followed send, asked for when a connection comes up or a bench tells of a producer,
 * and now and then while one runs: every second while somebody looks at what it sent. For any number of threads.
 */
public final class Producers {

    private static final long LOOKED_AT = 1_000;
    private static final long AGAIN = 5_000;
    private static final Producers SHARED = new Producers();

    static final Steering STEERING = new Steering("producers",
            Set.of("arn", "rate", "payload", "template", "keys", "skew", "total"), SHARED::ask);

    /** By the ARN of what they send to. */
    private final Map<BenchConnection, Map<String, List<Producer>>> known = new ConcurrentHashMap<>();
    private final Map<BenchConnection, Job> asking = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long looked = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(AGAIN);

    private Producers() {
        Connections.shared().listen(this::changed);
        Connections.shared().watch(this::forgetClosed);
        Connections.shared().all().forEach(this::ask);
    }

    /** Those of this process. */
    public static Producers shared() {
        return SHARED;
    }

    /** Those that send to a resource; what they sent may be some seconds old. */
    public List<Producer> of(LiveResource resource) {
        return known.getOrDefault(resource.connection(), Map.of()).getOrDefault(resource.arn(), List.of());
    }

    /** The same for one who looks at what they sent, again and again: asked for every second then. */
    public List<Producer> counted(LiveResource resource) {
        List<Producer> producers = of(resource);
        if (!producers.isEmpty()) {
            boolean fresh = isLookedAt();
            looked = System.nanoTime();
            if (!fresh) {
                ask(resource.connection());
            }
        }
        return producers;
    }

    private boolean isLookedAt() {
        return System.nanoTime() - looked < TimeUnit.MILLISECONDS.toNanos(2 * LOOKED_AT);
    }

    /** Those of a bench that go on. */
    public List<Producer> running(BenchConnection connection) {
        return known.getOrDefault(connection, Map.of()).values().stream().flatMap(List::stream)
                .filter(Producer::running).toList();
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
            Map<String, List<Producer>> producers = new HashMap<>();
            for (JsonNode node : connection.control().get("/producers").path("producers")) {
                Producer producer = Producer.of(connection, node);
                producers.computeIfAbsent(producer.arn(), arn -> new ArrayList<>()).add(producer);
            }
            known.put(connection, producers);
        } catch (BenchException e) {
            // the connection itself tells that it is lost; what was known stays until it is back
            known.putIfAbsent(connection, Map.of());
        }
        listeners.forEach(Runnable::run);
        Job job = asking.get(connection);
        if (job != null && !running(connection).isEmpty() && Connections.shared().all().contains(connection)) {
            job.schedule(isLookedAt() ? LOOKED_AT : AGAIN);
        }
    }
}
