package org.aforo.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The benches that are followed at once. For any number of threads. */
public final class Connections implements AutoCloseable {

    private static final Connections SHARED = new Connections();

    private final CopyOnWriteArrayList<BenchConnection> open = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<ModelChange>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();
    private int perSecond = 4;

    /** Those of this process. */
    public static Connections shared() {
        return SHARED;
    }

    /** In the order they were made. */
    public List<BenchConnection> all() {
        return List.copyOf(open);
    }

    /**
     * Follows a bench, which need not answer yet. One at the same endpoint that is open already is given back.
     *
     * @throws IllegalArgumentException when no bench can have such an address
     */
    public synchronized BenchConnection connect(String name, URI endpoint, boolean embedded) {
        for (BenchConnection known : open) {
            if (known.endpoint().equals(endpoint)) {
                return known;
            }
        }
        FollowedBench bench = new FollowedBench(name, endpoint, embedded, perSecond);
        open.add(bench);
        bench.listen(change -> listeners.forEach(listener -> listener.accept(change)));
        bench.start();
        watchers.forEach(Runnable::run);
        return bench;
    }

    /** How many frames a second all of them ask for, and those to come; see {@link BenchConnection#sampling}. */
    public synchronized void sampling(int framesPerSecond) {
        open.forEach(connection -> connection.sampling(framesPerSecond));
        perSecond = framesPerSecond;
    }

    /** Closes a connection and forgets it. */
    public void disconnect(BenchConnection connection) {
        if (open.remove(connection)) {
            connection.close();
            watchers.forEach(Runnable::run);
        }
    }

    /** Calls {@code listener} for every change of every connection, on the feeds' threads; it must not block. */
    public Listening listen(Consumer<ModelChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Calls {@code watcher} when a connection came or went. */
    public Listening watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        all().forEach(this::disconnect);
    }
}
