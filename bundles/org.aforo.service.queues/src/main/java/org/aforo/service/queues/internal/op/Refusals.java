package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.meter.Meter;

/** Counts what a queue refuses. */
final class Refusals {

    private static final String THROTTLED = "RequestThrottled";

    private Refusals() {
    }

    /** Counts messages that were refused, and gives the error back. */
    static AwsError counted(Meter meter, long messages, AwsError refused) {
        if (refused.code().equals(THROTTLED)) {
            meter.throttle(messages);
        } else {
            meter.error(messages);
        }
        return refused;
    }
}
