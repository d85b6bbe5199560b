package org.aforo.core.internal.access;

import org.aforo.api.Arn;
import org.aforo.api.Events;
import org.aforo.api.access.AccessPolicies;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.time.BenchClock;

/** Reads policies, which are asked by the bench's clock. */
public record BenchPolicies(BenchClock clock, Events events) implements AccessPolicies {

    @Override
    public AccessPolicy parse(String document) {
        return new Policy(PolicyReader.read(document), clock);
    }

    @Override
    public AccessPolicy kept(Arn resource, String document) {
        if (document == null || document.isEmpty()) {
            return null;
        }
        try {
            return parse(document);
        } catch (InvalidPolicyException e) {
            events.publish("policy-unreadable", resource.toString(), "Counts as none: " + e.getMessage());
            return null;
        }
    }
}
