package org.aforo.gateway.internal.control;

import tools.jackson.core.JsonGenerator;

/**
 * A resource that changed.
 *
 * @param before what it looked like before; null where nothing is known of it
 * @param bytes  the change as JSON where that is made already, for all who know what was before; null otherwise
 */
record Step(Seen seen, Look before, Look now, byte[] bytes) {

    /** A change that is written for all who follow. */
    static Step of(Seen seen, Look before, Look now, JsonPieces pieces) {
        return new Step(seen, before, now, pieces.bytes(gen -> write(gen, seen, before, now)));
    }

    /** All there is to tell. */
    Step whole() {
        return before == null ? this : new Step(seen, null, now, null);
    }

    /** This one after another that wasn't told yet. */
    Step after(Step untold) {
        return new Step(seen, untold.before, now, null);
    }

    /** For any thread. */
    byte[] json() {
        return bytes != null ? bytes : Json.bytes(gen -> write(gen, seen, before, now));
    }

    private static void write(JsonGenerator gen, Seen seen, Look before, Look now) {
        if (before == null) {
            ResourceJson.write(gen, seen.service, seen.arn, seen.kind, now);
        } else {
            ResourceJson.change(gen, seen.arn, before, now);
        }
    }
}
