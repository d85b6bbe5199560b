package org.aforo.gateway.internal.control;

/**
 * A resource that changed.
 *
 * @param before what it looked like before; null where nothing is known of it
 * @param bytes  the change as JSON where that is made already, for all who know what was before; null otherwise
 */
record Step(Seen seen, Look before, Look now, byte[] bytes) {

    /** A change that is written for all who follow. */
    static Step of(Seen seen, Look before, Look now) {
        return new Step(seen, before, now, write(seen, before, now));
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
        return bytes != null ? bytes : write(seen, before, now);
    }

    private static byte[] write(Seen seen, Look before, Look now) {
        return before == null ? Json.bytes(gen -> ResourceJson.write(gen, seen.service, seen.arn, seen.kind, now))
                : Json.bytes(gen -> ResourceJson.change(gen, seen.arn, before, now));
    }
}
