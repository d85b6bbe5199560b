package org.aforo.service.topics.internal.filter;

import java.util.ArrayList;
import java.util.List;

import org.aforo.service.topics.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object of a message's text; null for one that isn't there. */
record BodySource(JsonNode object) implements Fields.Source {

    private static final List<BodySource> NOTHING = List.of(new BodySource(null));

    /** Null when the text isn't a JSON object. */
    static BodySource of(String text) {
        JsonNode object = Json.objectOrNull(text);
        return object == null ? null : new BodySource(object);
    }

    @Override
    public List<Value> values(String name) {
        List<Value> values = new ArrayList<>();
        for (JsonNode node : flat(name)) {
            if (!node.isObject()) {
                values.add(Value.of(node));
            }
        }
        return values;
    }

    @Override
    public List<BodySource> inside(String name) {
        List<JsonNode> objects = flat(name).stream().filter(JsonNode::isObject).toList();
        ObjectNode dotted = behindDot(name);
        if (dotted.isEmpty()) {
            return objects.isEmpty() ? NOTHING : objects.stream().map(BodySource::new).toList();
        }
        return objects.isEmpty() ? List.of(new BodySource(dotted))
                : objects.stream().map(each -> new BodySource(dotted.deepCopy().setAll((ObjectNode) each))).toList();
    }

    /** What stands under names that begin with this one and a dot, by the rest of its name. */
    private ObjectNode behindDot(String name) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        if (object != null) {
            object.properties().forEach(member -> {
                String full = member.getKey();
                if (full.length() > name.length() && full.charAt(name.length()) == '.' && full.startsWith(name)) {
                    found.set(full.substring(name.length() + 1), member.getValue());
                }
            });
        }
        return found;
    }

    /** What stands under a name, lists within lists in one. */
    private List<JsonNode> flat(String name) {
        JsonNode node = object == null ? null : object.get(name);
        List<JsonNode> found = new ArrayList<>();
        if (node != null) {
            gather(node, found);
        }
        return found;
    }

    private static void gather(JsonNode node, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(each -> gather(each, found));
        } else {
            found.add(node);
        }
    }
}
