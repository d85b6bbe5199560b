package org.aforo.scenario.internal.expect;

import java.util.Locale;

/** What a check found: a problem, or none, and something to show. */
record Finding(String problem, String detail) {

    /** A null bound isn't checked. */
    static Finding within(long found, Long atLeast, Long atMost) {
        boolean holds = (atLeast == null || found >= atLeast) && (atMost == null || found <= atMost);
        String shown = String.format(Locale.ROOT, "%,d", found);
        return new Finding(holds ? "" : "found " + shown, shown);
    }
}
