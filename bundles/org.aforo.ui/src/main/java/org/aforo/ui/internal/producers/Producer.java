package org.aforo.ui.internal.producers;

import org.aforo.client.BenchConnection;
import tools.jackson.databind.JsonNode;

/**
 * Demo data that a bench makes and sends to one of its resources.
 *
 * @param rate    records a bench second
 * @param payload {@code ticker} or {@code template}
 * @param sent    records taken; {@code refused} those refused
 */
public record Producer(BenchConnection connection, String id, String arn, double rate, String payload, long sent,
        long refused, String lastError, boolean running) {

    static Producer of(BenchConnection connection, JsonNode node) {
        return new Producer(connection, node.path("id").asString(""), node.path("arn").asString(""),
                node.path("rate").asDouble(0), node.path("payload").asString(""), node.path("sent").asLong(0),
                node.path("refused").asLong(0), node.path("lastError").asString(""),
                node.path("running").asBoolean(false));
    }
}
