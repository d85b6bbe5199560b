package org.aforo.service.topics.internal.op;

import org.aforo.api.endpoint.Call;

/**
 * What X-Ray follows a message by: SNS hands on to queues what a publisher's request had in its header.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html">Tracing</a>
 */
final class Trace {

    private static final String HEADER = "X-Amzn-Trace-Id";

    private Trace() {
    }

    /** The header's value; null when there is none. */
    static String of(Call call) {
        String value = call.header(HEADER);
        return value == null || value.isBlank() ? null : value;
    }
}
