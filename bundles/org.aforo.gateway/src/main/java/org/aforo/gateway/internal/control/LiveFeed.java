package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Bench;
import org.aforo.api.Events;

/**
 * What changes, up to ten times a (real) second, as server-sent events: first a {@code snapshot} of all resources, then
 * {@code delta}s of those that changed. The bench is looked at once for all clients, as often as the one that wants it
 * most often, and not at all while there are none. A look is followed by nine times as much rest, but
 * no more than a second, so that watching hardly ever costs more than a tenth of a core.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class LiveFeed implements AutoCloseable {

    /** Looks a second, unless a client asks for more or for less. */
    static final double USUAL_HERTZ = 4;
    static final double LEAST_HERTZ = 1;
    static final double MOST_HERTZ = 10;

    private static final int REST = 9;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_CLIENTS = 64;

    private final Bench bench;
    private final Guard guard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<LiveClient> clients = new ArrayList<>();
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
    Answer.Feed subscribe(LiveClient.Filter filter, double hertz) {
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
            LiveClient client = new LiveClient(filter, hertz);
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
            change.signalAll();
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
        Watch watch = new Watch(bench, guard, System::nanoTime);
        List<Events.Event> kept = bench.events().since(0);
        lastEvent = kept.isEmpty() ? 0 : kept.getLast().number();
        try {
            while (goesOn()) {
                long begun = System.nanoTime();
                tick(watch);
                rest(begun, System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends, atomically, when there is nobody any more. */
    private boolean goesOn() {
        lock.lock();
        try {
            running = !closed && !clients.isEmpty();
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void rest(long begun, long ended) throws InterruptedException {
        lock.lock();
        try {
            double hertz = clients.stream().mapToDouble(LiveClient::hertz).max().orElse(USUAL_HERTZ);
            long took = ended - begun;
            long due = begun + Math.max((long) (SECOND / hertz), took + Math.min(REST * took, SECOND));
            long left = due - System.nanoTime();
            while (left > 0 && !closed && !clients.isEmpty() && clients.stream().noneMatch(LiveClient::isNew)) {
                left = change.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tick(Watch watch) {
        Watch.Change looked = watch.look();
        List<Events.Event> fresh = bench.events().since(lastEvent);
        if (!fresh.isEmpty()) {
            lastEvent = fresh.getLast().number();
        }
        long nanos = bench.clock().nanos();
        boolean same = looked.isNone() && fresh.isEmpty() && nanos == lastNanos;
        lastNanos = nanos;
        String clock = Json.text(gen -> Clocks.write(gen, bench.clock()));
        List<Step> all = null;
        for (LiveClient client : clients()) {
            if (client.isNew()) {
                all = all == null ? watch.all() : all;
                client.begin(all, clock);
            } else if (!same) {
                client.offer(looked, fresh, clock);
            }
        }
    }

    private List<LiveClient> clients() {
        lock.lock();
        try {
            return List.copyOf(clients);
        } finally {
            lock.unlock();
        }
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
