package org.aforo.service.topics.internal.filter;

import java.util.ArrayList;
import java.util.List;

import org.aforo.service.topics.internal.Json;

import tools.jackson.databind.JsonNode;

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
        List<BodySource> objects = flat(name).stream().filter(JsonNode::isObject).map(BodySource::new).toList();
        return objects.isEmpty() ? NOTHING : objects;
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
