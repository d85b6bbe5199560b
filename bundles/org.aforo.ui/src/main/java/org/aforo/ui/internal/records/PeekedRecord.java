package org.aforo.ui.internal.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * A record as a bench showed it.
 *
 * @param position  right after it
 * @param time      when it came, by the bench's clock
 * @param size      of all its data, in bytes; {@code data} may be less of it
 * @param parts     records within it, where a producer library put several into one
 */
record PeekedRecord(String position, String partition, String key, Instant time, long size, byte[] data,
        Map<String, String> attributes, List<Part> parts) {

    /** Letters of the data that the table shows. */
    private static final int PREVIEW = 160;
    private static final Pattern NUMBERS = Pattern.compile("(?i)sequence|\\bid\\b");

    record Part(String key, String explicitHashKey, long size, byte[] data) {
    }

    static PeekedRecord of(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.path("attributes").properties().forEach(e -> attributes.put(e.getKey(), e.getValue().asString("")));
        List<Part> parts = new ArrayList<>();
        node.path("aggregated").forEach(part -> parts.add(new Part(part.path("key").asString(""),
                part.path("explicitHashKey").asString(""), part.path("size").asLong(0), bytes(part))));
        return new PeekedRecord(node.path("position").asString(""), node.path("partition").asString(""),
                node.path("key").asString(""), Instant.parse(node.path("time").asString("")),
                node.path("size").asLong(0), bytes(node), attributes, List.copyOf(parts));
    }

    private static byte[] bytes(JsonNode node) {
        return Base64.getDecoder().decode(node.path("data").asString(""));
    }

    boolean truncated() {
        return data.length < size;
    }

    /** The sequence number or what else tells it from others; its position where there is nothing better. */
    String sequence() {
        return attributes.entrySet().stream().filter(entry -> NUMBERS.matcher(entry.getKey()).find())
                .map(Map.Entry::getValue).findFirst().orElse(position);
    }

    /** What it is known by when it is seen again. */
    String identity() {
        return partition + '|' + sequence() + '|' + key + '|' + time + '|' + size;
    }

    /** Its beginning, on one line. */
    String preview() {
        byte[] head = data.length <= PREVIEW * 4 ? data : Arrays.copyOf(data, PREVIEW * 4);
        String text = Decoded.of(head, truncated() || head.length < data.length).text();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < PREVIEW; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c);
        }
        return line.toString();
    }
}
