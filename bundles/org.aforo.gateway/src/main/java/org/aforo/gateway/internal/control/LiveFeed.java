package org.aforo.gateway.internal.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Bench;
import org.aforo.api.Events;

/**
 * What changes, four times a (real) second, as server-sent events: first a {@code snapshot} of all resources, then
 * {@code delta}s of those that changed. The bench is looked at once for all clients, and not at all while there are
 * none. A client that falls behind loses what it hasn't read and gets a snapshot instead.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class LiveFeed implements AutoCloseable {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MAX_CLIENTS = 64;
    private static final int MAX_EVENTS = 500;

    private final Bench bench;
    private final Guard guard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<LiveClient> clients = new ArrayList<>();
    private Map<String, String> last = Map.of();
    private long lastNanos;
    private long lastEvent;
    private boolean running;
    private boolean closed;

    LiveFeed(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    /**
     * A feed for one client, which begins when it runs.
     *
     * @throws ControlException when there are too many clients
     */
    Answer.Feed subscribe() {
        lock.lock();
        try {
            if (closed || clients.size() >= MAX_CLIENTS) {
                throw new ControlException(503, "ServiceUnavailable",
                        closed ? "The bench is closing." : "No more than " + MAX_CLIENTS + " clients may follow.");
            }
        } finally {
            lock.unlock();
        }
        return sink -> {
            LiveClient client = new LiveClient();
            enter(client);
            try {
                client.run(sink);
            } finally {
                leave(client);
            }
        };
    }

    private void enter(LiveClient client) {
        lock.lock();
        try {
            if (closed || clients.size() >= MAX_CLIENTS) {
                client.end();
                return;
            }
            clients.add(client);
            if (!running) {
                running = true;
                Thread.ofVirtual().name("aforo-live-feed").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(LiveClient client) {
        lock.lock();
        try {
            clients.remove(client);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            last = Map.of();
            List<Events.Event> kept = bench.events().since(0);
            lastEvent = kept.isEmpty() ? 0 : kept.getLast().number();
            while (!closed && !clients.isEmpty()) {
                tick();
                change.awaitNanos(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            lock.unlock();
        }
    }

    private void tick() {
        Map<String, String> now = Snapshots.resources(bench, guard, (service, resource) -> true);
        List<Events.Event> events = events();
        byte[] delta = delta(now, events);
        byte[] snapshot = null;
        for (LiveClient client : clients) {
            if (client.needsSnapshot()) {
                snapshot = snapshot == null ? frame("snapshot", now, Set.of(), events) : snapshot;
                client.offer(snapshot);
            } else if (delta != null) {
                client.offer(delta);
            }
        }
        last = now;
    }

    private List<Events.Event> events() {
        List<Events.Event> fresh = bench.events().since(lastEvent);
        if (!fresh.isEmpty()) {
            lastEvent = fresh.getLast().number();
        }
        return fresh.size() <= MAX_EVENTS ? fresh : fresh.subList(fresh.size() - MAX_EVENTS, fresh.size());
    }

    /** Null when nothing changed, the time included. */
    private byte[] delta(Map<String, String> now, List<Events.Event> events) {
        long nanos = bench.clock().nanos();
        Map<String, String> changed = new LinkedHashMap<>();
        now.forEach((arn, json) -> {
            if (!json.equals(last.get(arn))) {
                changed.put(arn, json);
            }
        });
        Set<String> removed = Collections.newSetFromMap(new LinkedHashMap<>());
        removed.addAll(last.keySet());
        removed.removeAll(now.keySet());
        boolean same = changed.isEmpty() && removed.isEmpty() && events.isEmpty() && nanos == lastNanos;
        lastNanos = nanos;
        return same ? null : frame("delta", changed, removed, events);
    }

    private byte[] frame(String type, Map<String, String> resources, Set<String> removed, List<Events.Event> events) {
        String json = Json.text(gen -> {
            gen.writeStartObject();
            gen.writeName("clock");
            Clocks.write(gen, bench.clock());
            gen.writeArrayPropertyStart("resources");
            resources.values().forEach(gen::writeRawValue);
            gen.writeEndArray();
            gen.writeName("removed");
            Json.value(gen, List.copyOf(removed));
            gen.writeName("events");
            EventViews.write(gen, events);
            gen.writeEndObject();
        });
        return ("event: " + type + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Ends all feeds and takes no more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            clients.forEach(LiveClient::end);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
