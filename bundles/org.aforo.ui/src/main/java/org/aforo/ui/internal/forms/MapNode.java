package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A map: pairs of a key and a value, in the order they were added. Of two with the same key the last one goes. */
public final class MapNode implements FormNode {

    /** One pair. */
    public static final class Pair {
        private String key;
        private final FormNode value;

        private Pair(String key, FormNode value) {
            this.key = key;
            this.value = value;
        }

        public String key() {
            return key;
        }

        public void key(String typed) {
            key = typed;
        }

        public FormNode value() {
            return value;
        }
    }

    private final Schema schema;
    private boolean on;
    private final List<Pair> pairs = new ArrayList<>();

    MapNode(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public List<Pair> pairs() {
        return Collections.unmodifiableList(pairs);
    }

    public Pair add(String key) {
        Pair pair = new Pair(key, FormNode.of(schema.value()));
        pairs.add(pair);
        return pair;
    }

    public void remove(Pair pair) {
        on = false;
        pairs.remove(pair);
    }

    @Override
    public Optional<JsonNode> json() {
        if (pairs.isEmpty() && !on) {
            return Optional.empty();
        }
        ObjectNode map = Control.object();
        pairs.forEach(pair -> map.set(pair.key(), value(pair.value())));
        return Optional.of(map);
    }

    @Override
    public void fill(JsonNode value) {
        pairs.clear();
        on = value != null && value.isObject();
        if (on) {
            value.properties().forEach(entry -> add(entry.getKey()).value().fill(entry.getValue()));
        }
    }

    /** An entry's value, also where nothing was filled in. */
    static JsonNode value(FormNode entry) {
        return entry.json().orElseGet(() -> switch (entry) {
            case GroupNode group -> Control.object();
            case MapNode map -> Control.object();
            case ListNode list -> Control.JSON.createArrayNode();
            case ScalarNode scalar -> JsonNodeFactory.instance.stringNode("");
            case BlobNode blob -> JsonNodeFactory.instance.stringNode("");
        });
    }
}
