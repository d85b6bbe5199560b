package org.aforo.gateway.internal;

import java.time.Duration;

/**
 * What one client may ask of the gateway. All spans are of real time: they bound sockets, not AWS's behaviour.
 *
 * @param headerBytes   a request's head; more is answered with 431
 * @param bufferedBytes a body that is held whole; more is answered with 413
 * @param heldBytes     all bodies above {@value BodyBudget#FREE} bytes held at once; a request that finds no room
 *                      within {@code requestTime} is answered with 503
 * @param streamedBytes a body that is streamed; more is answered with {@code EntityTooLarge}
 * @param idle          silence on a connection before it is closed, also within a body
 * @param requestTime   for a buffered body to arrive whole
 * @param connections   open at once; more wait in the listen queue
 * @param drain         for requests under way to end when the gateway closes
 */
public record Limits(int headerBytes, int bufferedBytes, long heldBytes, long streamedBytes, Duration idle,
        Duration requestTime, int connections, Duration drain) {

    private static final int MIB = 1 << 20;

    /** AWS's own sizes, and as much memory for bodies as a quarter of the heap. */
    public static Limits defaults() {
        long held = Math.max(32L * MIB, Runtime.getRuntime().maxMemory() / 4);
        return new Limits(32 << 10, 16 * MIB, held, 5L << 30, Duration.ofSeconds(60), Duration.ofSeconds(60), 2048,
                Duration.ofSeconds(10));
    }
}
