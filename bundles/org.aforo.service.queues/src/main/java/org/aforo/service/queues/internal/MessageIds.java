package org.aforo.service.queues.internal;

import java.util.UUID;

/**
 * What a queue's messages are called. Ids are made from a message's number and the queue's salt, so that they need no
 * room in memory.
 */
final class MessageIds {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1B54A32D192ED03L;
    private static final long VERSION = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final String SEQUENCE = "188";
    private static final int DIGITS = 17;

    private final long salt;

    MessageIds(long salt) {
        this.salt = salt;
    }

    /** A message id, as a random UUID looks. */
    String id(long number) {
        long high = mix(salt + (number + 1) * FIRST);
        long low = mix(high ^ salt + (number + 1) * SECOND);
        return new UUID(high & VERSION | 0x4000, low & VARIANT | Long.MIN_VALUE).toString();
    }

    /** 20 digits; higher for a message that was sent later. */
    static String sequence(long number) {
        String digits = Long.toString(number);
        return SEQUENCE + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** A bijection that leaves no pattern: the last step of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
