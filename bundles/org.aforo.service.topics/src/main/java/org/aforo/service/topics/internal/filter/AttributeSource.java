package org.aforo.service.topics.internal.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.message.MessageAttribute;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A message's attributes. Binary ones aren't looked at. */
record AttributeSource(Map<String, List<Value>> attributes) implements Fields.Source {

    private static final AttributeSource NOTHING = new AttributeSource(Map.of());

    /** Null when one that is to be a list isn't one of plain values. */
    static AttributeSource of(Map<String, MessageAttribute> attributes) {
        Map<String, List<Value>> all = new HashMap<>();
        for (Map.Entry<String, MessageAttribute> each : attributes.entrySet()) {
            MessageAttribute attribute = each.getValue();
            if (!attribute.isBinary()) {
                List<Value> values = values(attribute);
                if (values == null) {
                    return null;
                }
                all.put(each.getKey(), values);
            }
        }
        return new AttributeSource(all);
    }

    private static List<Value> values(MessageAttribute attribute) {
        if (attribute.type().equals("String.Array")) {
            return list(attribute.text());
        }
        if (attribute.type().startsWith("Number")) {
            return List.of(Value.number(new BigDecimal(attribute.text().strip())));
        }
        return List.of(Value.string(attribute.text()));
    }

    private static List<Value> list(String json) {
        try {
            JsonNode list = Json.read(json);
            if (list.isObject()) {
                return null;
            }
            List<Value> values = new ArrayList<>();
            for (JsonNode each : list.isArray() ? list : List.of(list)) {
                if (each.isContainer()) {
                    return null;
                }
                values.add(Value.of(each));
            }
            return values;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public List<Value> values(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    @Override
    public List<AttributeSource> inside(String name) {
        return List.of(NOTHING);
    }
}
