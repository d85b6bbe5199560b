package org.aforo.protocol.internal.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Request ids: random, and cheap since nobody has to be kept from guessing them. */
public final class RequestIds {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000000000000000L;

    private RequestIds() {
    }

    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | VERSION_4, random.nextLong() >>> 2 | VARIANT).toString();
    }
}
