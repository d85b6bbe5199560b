package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON into maps, lists and plain values. */
final class JsonReader {

    private JsonReader() {
    }

    /** @throws ControlException when it isn't JSON, not an object, or followed by something */
    static Map<String, Object> object(JsonParser parser) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ControlException.bad("The body must be a JSON object.");
            }
            Map<String, Object> object = members(parser);
            if (parser.nextToken() != null) {
                throw ControlException.bad("The body goes on after its JSON object.");
            }
            return object;
        } catch (JacksonException e) {
            throw ControlException.bad("The body isn't JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Object> elements(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getString();
        };
    }

    private static Number integer(Number number) {
        return number instanceof Integer ? Long.valueOf(number.longValue()) : number;
    }
}
