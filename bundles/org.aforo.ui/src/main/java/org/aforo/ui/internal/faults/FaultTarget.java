package org.aforo.ui.internal.faults;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.LiveResource;

/**
 * What a fault is to hit.
 *
 * @param service  its id, or {@code *}
 * @param resource ARN, or {@code *}
 */
record FaultTarget(BenchConnection connection, String service, String resource) {

    /** A resource; a part of one (a shard) has no calls of its own, so that what it is part of is hit. */
    static FaultTarget of(LiveResource chosen) {
        LiveResource whole = chosen;
        while (whole.parent().isPresent()) {
            whole = whole.parent().get();
        }
        return new FaultTarget(whole.connection(), whole.state().service(), whole.arn());
    }

    static FaultTarget of(ServiceView service) {
        return new FaultTarget(service.connection(), service.id(), "*");
    }

    static FaultTarget of(BenchConnection connection) {
        return new FaultTarget(connection, "*", "*");
    }
}
