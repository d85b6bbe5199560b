package org.aforo.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A look at a resource's records, which takes none of them.
 *
 * @param position to go on from with {@link #after}
 * @param records  oldest first
 */
public record Peek(String position, List<PeekedRecord> records) {

    /**
     * A record.
     *
     * @param partition  shard, queue or the like
     * @param time       when it came, by the bench's clock
     * @param size       bytes it has
     * @param data       its bytes, or the first of them where it is {@code truncated}
     * @param aggregated the records in it, where a KPL made one of many
     */
    public record PeekedRecord(String position, String partition, String key, Instant time, long size, byte[] data,
            boolean truncated, Map<String, String> attributes, List<Part> aggregated) {
    }

    /** A record in an aggregated one; {@code explicitHashKey} is empty where it has none. */
    public record Part(String key, String explicitHashKey, long size, byte[] data, boolean truncated) {
    }

    /** The newest records. Blocks. */
    public static Peek latest(Control control, String arn, int count) throws BenchException {
        return read(control.get("/records?arn=" + Control.encode(arn) + "&last=" + count));
    }

    /** Those that came after a position, no more than {@code max}. Blocks. */
    public static Peek after(Control control, String arn, String position, int max) throws BenchException {
        return read(control.get("/records?arn=" + Control.encode(arn) + "&after=" + Control.encode(position) + "&max="
                + max));
    }

    /** Sends one record to whatever takes records under that ARN. Blocks. */
    public static void send(Control control, String arn, String key, byte[] data) throws BenchException {
        control.post("/records", Control.object().put("arn", arn).put("key", key)
                .put("data", Base64.getEncoder().encodeToString(data)));
    }

    private static Peek read(JsonNode told) {
        List<PeekedRecord> records = new ArrayList<>();
        told.path("records").forEach(node -> records.add(record(node)));
        return new Peek(text(told, "position"), List.copyOf(records));
    }

    private static PeekedRecord record(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.path("attributes").properties().forEach(e -> attributes.put(e.getKey(), e.getValue().asString("")));
        List<Part> parts = new ArrayList<>();
        node.path("aggregated").forEach(part -> parts.add(new Part(text(part, "key"), text(part, "explicitHashKey"),
                part.path("size").asLong(0), data(part), part.path("truncated").asBoolean(false))));
        return new PeekedRecord(text(node, "position"), text(node, "partition"), text(node, "key"),
                Instant.parse(text(node, "time")), node.path("size").asLong(0), data(node),
                node.path("truncated").asBoolean(false), attributes, List.copyOf(parts));
    }

    private static byte[] data(JsonNode node) {
        return Base64.getDecoder().decode(text(node, "data"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
