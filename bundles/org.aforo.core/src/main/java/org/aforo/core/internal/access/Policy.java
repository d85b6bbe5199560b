package org.aforo.core.internal.access;

import java.util.List;

import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.AccessRequest;
import org.aforo.api.time.BenchClock;

/** A policy: its statements, of which one that denies counts more than any that allow. */
record Policy(List<Statement> statements, BenchClock clock) implements AccessPolicy {

    @Override
    public Decision decide(AccessRequest request) {
        RequestKeys keys = new RequestKeys(request, clock);
        Decision decision = Decision.NOT_MENTIONED;
        for (Statement statement : statements) {
            if (statement.isAbout(request, keys)) {
                if (!statement.allows()) {
                    return Decision.DENIED;
                }
                decision = Decision.ALLOWED;
            }
        }
        return decision;
    }
}
