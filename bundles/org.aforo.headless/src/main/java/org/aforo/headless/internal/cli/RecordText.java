package org.aforo.headless.internal.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts records that were looked at into lines. */
final class RecordText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROW = 16;
    /** The state that most messages of a queue are in. */
    private static final String VISIBLE = "visible";

    private RecordText() {
    }

    /** @param form {@code text}, {@code json} or {@code hex} */
    static List<String> lines(JsonNode record, String form) {
        return switch (form) {
            case "json" -> List.of(json(record));
            case "hex" -> hex(record);
            default -> text(record);
        };
    }

    private static String head(JsonNode record) {
        String where = record.path("partition").asString("");
        String number = record.path("attributes").path("Number").asString("");
        String state = record.path("attributes").path("State").asString(VISIBLE);
        return (record.path("time").asString("") + "  " + (number.isEmpty() ? "" : '#' + number + "  ")
                + (state.equals(VISIBLE) ? "" : '(' + state + ")  ")
                + (where.isEmpty() ? "" : where + "  ")
                + record.path("key").asString("")).stripTrailing() + "  ";
    }

    private static List<String> text(JsonNode record) {
        List<String> lines = new ArrayList<>();
        if (!record.has("aggregated")) {
            lines.add(head(record) + oneLine(record));
            return lines;
        }
        for (JsonNode part : record.path("aggregated")) {
            lines.add(head(record) + part.path("key").asString("") + "  " + oneLine(part));
        }
        return lines;
    }

    /** Control characters would garble the terminal. */
    private static String oneLine(JsonNode record) {
        String text = new String(data(record), StandardCharsets.UTF_8).stripTrailing();
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '\u00b7' : c));
        return line + (record.path("truncated").asBoolean(false)
                ? " ... (" + record.path("size").asLong() + " bytes)" : "");
    }

    private static String json(JsonNode record) {
        ObjectNode shown = JSON.createObjectNode();
        record.properties().forEach(member -> shown.set(member.getKey(), member.getValue()));
        shown.set("data", readable(record));
        if (record.has("aggregated")) {
            var parts = shown.putArray("aggregated");
            for (JsonNode part : record.path("aggregated")) {
                ObjectNode each = parts.addObject();
                part.properties().forEach(member -> each.set(member.getKey(), member.getValue()));
                each.set("data", readable(part));
            }
        }
        return shown.toString();
    }

    /** Data that is JSON as such, other text as text, the rest in Base64 as it came. */
    private static JsonNode readable(JsonNode record) {
        byte[] data = data(record);
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            boolean whole = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), data);
            return whole ? JSON.getNodeFactory().stringNode(text) : record.path("data");
        }
    }

    private static List<String> hex(JsonNode record) {
        List<String> lines = new ArrayList<>();
        lines.add(head(record) + record.path("size").asLong() + " bytes");
        byte[] data = data(record);
        for (int from = 0; from < data.length; from += ROW) {
            StringBuilder bytes = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = from; i < Math.min(from + ROW, data.length); i++) {
                bytes.append(String.format("%02x ", data[i]));
                text.append(data[i] >= ' ' && data[i] < 127 ? (char) data[i] : '.');
            }
            lines.add(String.format("  %06x  %-" + ROW * 3 + "s %s", from, bytes, text));
        }
        return lines;
    }

    private static byte[] data(JsonNode record) {
        return Base64.getDecoder().decode(record.path("data").asString(""));
    }
}
