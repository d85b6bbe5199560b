package org.aforo.api.fault;

import java.time.Duration;

/**
 * A failure to inject.
 *
 * @param id        given when injected
 * @param service   service id, or {@code *}
 * @param operation operation, or {@code *}
 * @param resource  name or ARN with {@code *} as wildcard
 * @param effect    what happens
 * @param rate      share of calls (or entries) it happens to, above 0 and at most 1
 * @param seed      makes the choice repeatable
 * @param lasts     for how long, by the bench clock; null until removed
 */
public record Fault(String id, String service, String operation, String resource, Effect effect, double rate,
        long seed, Duration lasts) {

    /** What happens. */
    public sealed interface Effect {
        /** The call is held up, in bench time, evenly between the two. */
        record Latency(Duration min, Duration max) implements Effect {
        }

        /** The call fails with this error. */
        record Failure(String code, int status, String message) implements Effect {
        }

        /** The call fails with the service's own throttling error. */
        record Throttle() implements Effect {
        }

        /** Single entries of a batch fail with this error; operations that take no batch aren't touched. */
        record PartialFailure(String code, String message) implements Effect {
        }

        /** The call fails with 503, {@code ServiceUnavailable}; destinations are unreachable. */
        record Outage() implements Effect {
        }
    }
}
