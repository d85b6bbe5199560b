package org.aforo.ui.internal.undo;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import tools.jackson.databind.JsonNode;

/** One fault or one producer, which gets another id each time it is made anew. For any thread. */
final class One {

    private final Steering steering;
    private final BenchConnection bench;
    private final JsonNode order;
    private String id;

    /** @param id null while it isn't there */
    One(Steering steering, BenchConnection bench, JsonNode order, String id) {
        this.steering = steering;
        this.bench = bench;
        this.order = order;
        this.id = id;
    }

    /** Sees to it that it is there, or isn't; blocks. */
    synchronized void want(boolean there) throws BenchException {
        if (there && id == null) {
            id = steering.post(bench, order);
        } else if (!there && id != null) {
            steering.delete(bench, id);
            id = null;
        }
    }

    /** Whether it is this one; it isn't there any more then. */
    synchronized boolean gone(BenchConnection its, String gone) {
        boolean mine = bench == its && gone.equals(id);
        id = mine ? null : id;
        return mine;
    }
}
