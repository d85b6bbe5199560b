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

    /** A resource, or a part of one: a shard. */
    static FaultTarget of(LiveResource chosen) {
        return new FaultTarget(chosen.connection(), chosen.state().service(), chosen.arn());
    }

    static FaultTarget of(ServiceView service) {
        return new FaultTarget(service.connection(), service.id(), "*");
    }

    static FaultTarget of(BenchConnection connection) {
        return new FaultTarget(connection, "*", "*");
    }
}
