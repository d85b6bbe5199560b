package org.aforo.service.queues.internal;

/**
 * What a queue holds now.
 *
 * @param oldestMillis how long ago the oldest message was sent, in milliseconds; 0 when there is none
 * @param countedMillis how long the oldest message has been there that counts, see {@link Ages}; alike
 * @param waiting      receives that wait for a message
 * @param groups       message groups with messages
 * @param blocked      of a FIFO queue: groups whose messages wait for one in flight; of a standard queue: groups that
 *                     yield to others (noisy ones)
 * @param busy         of a FIFO queue: groups with messages in flight
 * @param quiet        of a standard queue: what isn't of noisy groups
 */
public record QueueCounts(long visible, long inFlight, long delayed, long oldestMillis, long countedMillis, int waiting,
        int groups,
        int blocked, int busy, Quiet quiet) {

    /**
     * What a standard queue holds but for its noisy groups' messages.
     *
     * @param countedMillis as above
     */
    public record Quiet(long visible, long inFlight, long delayed, long countedMillis) {
    }
}
