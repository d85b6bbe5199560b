package org.aforo.api.fault;

import java.time.Duration;

/**
 * A failure to inject.
 *
 * @param id        given when injected
 * @param service   service id, or {@code *}
 * @param operation operation, or {@code *}
 * @param resource  name or ARN with {@code *} as wildcard; a part of a resource (a shard) by its ARN or as
 *                  that ends, {@code WHOLE/KIND/PART}
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

        /**
         * The call fails with this error.
         *
         * @param done whether it is done all the same, so that whoever tries again does it twice
         */
        record Failure(String code, int status, String message, boolean done) implements Effect {
            /** Of a call that isn't done. */
            public Failure(String code, int status, String message) {
                this(code, status, message, false);
            }
        }

        /** The call fails with the service's own throttling error. */
        record Throttle() implements Effect {
        }

        /**
         * Single entries of a batch fail with this error; operations that take no batch aren't touched.
         *
         * @param done whether what the entry asks for is done all the same
         */
        record PartialFailure(String code, String message, boolean done) implements Effect {
            /** Of entries that aren't done. */
            public PartialFailure(String code, String message) {
                this(code, message, false);
            }
        }

        /** The call fails with 503, {@code ServiceUnavailable}; destinations are unreachable. */
        record Outage() implements Effect {
        }

        /** What is handed out is handed out once more later, by services that deliver at least once. */
        record Duplicate() implements Effect {
        }

        /**
         * What is handed out comes later than its turn, by services that keep order by best effort only.
         *
         * @param places it falls back by, at most; 1 or more
         */
        record Reorder(int places) implements Effect {
        }
    }
}
