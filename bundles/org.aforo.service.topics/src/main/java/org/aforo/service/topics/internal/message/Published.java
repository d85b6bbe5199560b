package org.aforo.service.topics.internal.message;

import java.time.Instant;

/**
 * A message in its topic's log.
 *
 * @param offset  its place
 * @param time    when it was published, by the bench clock
 * @param message what was published
 */
public record Published(long offset, Instant time, Message message) {

    private static final int DIGITS = 19;

    /** Its sequence number in a FIFO topic: 20 digits that grow. */
    public String sequenceNumber() {
        return sequenceNumber(offset);
    }

    /** The sequence number at a place. */
    public static String sequenceNumber(long offset) {
        String digits = Long.toString(offset);
        return '1' + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
