package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A list. An entry with nothing filled in goes as an empty text or structure: whoever added it meant one. */
public final class ListNode implements FormNode {

    private final Schema schema;
    private boolean on;
    private final List<FormNode> entries = new ArrayList<>();

    ListNode(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public List<FormNode> entries() {
        return Collections.unmodifiableList(entries);
    }

    public FormNode add() {
        FormNode entry = FormNode.of(schema.item());
        entries.add(entry);
        return entry;
    }

    public void remove(FormNode entry) {
        on = false;
        entries.remove(entry);
    }

    @Override
    public Optional<JsonNode> json() {
        if (entries.isEmpty() && !on) {
            return Optional.empty();
        }
        ArrayNode list = Control.JSON.createArrayNode();
        entries.forEach(entry -> list.add(MapNode.value(entry)));
        return Optional.of(list);
    }

    @Override
    public void fill(JsonNode value) {
        entries.clear();
        on = value != null && value.isArray();
        if (on) {
            value.forEach(item -> add().fill(item));
        }
    }
}
