package org.aforo.client;

import java.time.Instant;

/**
 * What happened on a bench, or (with a type of {@code connection-…} and a negative number) to the connection.
 *
 * @param time     by the bench's clock
 * @param type     in lower case with dashes: {@code flush}, {@code fault-injected}
 * @param resource ARN it is about, or empty
 */
public record BenchEvent(BenchConnection connection, long number, Instant time, String type, String resource,
        String text) {
}
