package org.aforo.service.queues.internal;

/**
 * A task that moves messages out of a dead-letter queue, as it is now.
 *
 * @param handle      names it while it runs
 * @param status      {@code RUNNING}, {@code COMPLETED}, {@code CANCELLING}, {@code CANCELLED} or {@code FAILED}
 * @param source      ARN of the queue that messages are moved out of
 * @param destination ARN of the queue they are moved to; null for the ones they came from
 * @param perSecond   how many messages a second at most; null for as fast as it goes
 * @param moved       messages so far
 * @param toMove      messages there were at the start
 * @param failure     why it failed; null unless it did
 * @param started     milliseconds since the epoch
 */
public record MoveTask(String handle, String status, String source, String destination, Integer perSecond,
        long moved, long toMove, String failure, long started) {

    static final String RUNNING = "RUNNING";
    static final String CANCELLING = "CANCELLING";
    static final String CANCELLED = "CANCELLED";
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";

    MoveTask with(String changed, long count, String why) {
        return new MoveTask(handle, changed, source, destination, perSecond, count, toMove, why, started);
    }
}
