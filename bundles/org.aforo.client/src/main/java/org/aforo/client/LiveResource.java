package org.aforo.client;

import java.util.Optional;

/**
 * A resource of a connected bench: the same object as long as it exists there and the connection lasts, so that
 * viewers and selections can hold it. For any number of threads.
 */
public final class LiveResource {

    private final BenchConnection connection;
    private final String arn;
    private volatile ResourceState state;
    private volatile boolean gone;

    LiveResource(BenchConnection connection, ResourceState state) {
        this.connection = connection;
        this.arn = state.arn();
        this.state = state;
    }

    public BenchConnection connection() {
        return connection;
    }

    public String arn() {
        return arn;
    }

    /** As last told. */
    public ResourceState state() {
        return state;
    }

    /** What goes through it now, per real second: what charts, tables and drawings tell alike. */
    public History.Passing passing() {
        return connection.history().passing(this);
    }

    /** What people call a kind, a link or a buffer of its. */
    public String word(String word) {
        return connection.word(state.service(), word);
    }

    /** Whether it is no more, or the bench can't be asked: what {@link #state()} tells is of the past then. */
    public boolean gone() {
        return gone || connection.state() != BenchConnection.State.LIVE;
    }

    /** What it is part of, where that is known. */
    public Optional<LiveResource> parent() {
        return state.parent().flatMap(connection::resource);
    }

    void update(ResourceState fresh) {
        state = fresh;
        gone = false;
    }

    void remove() {
        gone = true;
    }

    @Override
    public String toString() {
        return arn;
    }
}
