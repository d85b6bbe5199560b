package org.aforo.protocol.internal.wire;

import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Request ids: random, and cheap since nobody has to be kept from guessing them. */
public final class RequestIds {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000000000000000L;
    /** As long as Kinesis' are, in bytes. */
    private static final int HOST_ID = 72;

    private RequestIds() {
    }

    /** A request's id. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | VERSION_4, random.nextLong() >>> 2 | VARIANT).toString();
    }

    /** The id that S3, Kinesis and Firehose send beside the request's. */
    static String nextHostId() {
        byte[] id = new byte[HOST_ID];
        ThreadLocalRandom.current().nextBytes(id);
        return Base64.getEncoder().encodeToString(id);
    }
}
