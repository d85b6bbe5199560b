package org.aforo.service.topics.internal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON that attributes and messages hold. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    /** @throws JacksonException when it isn't JSON */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** The JSON object in a text, or null when there is none. */
    public static JsonNode objectOrNull(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A text between quotation marks. */
    public static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
