package org.aforo.protocol.internal.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds out whether anything reachable from a shape constrains values. */
final class Constrained {

    private Constrained() {
    }

    static boolean find(Shape shape) {
        return find(shape, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean find(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return false;
        }
        if (!shape.constraints().none() || shape.traits().union()) {
            return true;
        }
        for (Member member : shape.members()) {
            if (member.required() || find(member.shape(), seen)) {
                return true;
            }
        }
        return false;
    }
}
