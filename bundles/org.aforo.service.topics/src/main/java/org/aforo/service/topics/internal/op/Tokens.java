package org.aforo.service.topics.internal.op;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What confirms a subscription: long, and not to be guessed. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 144;

    private Tokens() {
    }

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
