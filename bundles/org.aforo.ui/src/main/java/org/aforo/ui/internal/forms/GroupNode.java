package org.aforo.ui.internal.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structure. Its members are made when they are asked for, since structures may hold themselves. It goes when it was
 * switched on, or when something in it was filled in. Members that the schema doesn't know are kept as they came.
 */
public final class GroupNode implements FormNode {

    private final Schema schema;
    private final List<Schema.Member> members;
    private final Map<String, FormNode> nodes = new LinkedHashMap<>();
    private final Map<String, JsonNode> unknown = new LinkedHashMap<>();
    private boolean on;

    GroupNode(Schema schema) {
        this.schema = schema;
        this.members = schema.members();
    }

    /** For a whole input, which always goes. */
    public static GroupNode root(Schema schema) {
        GroupNode root = new GroupNode(schema);
        root.on = true;
        return root;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public List<Schema.Member> members() {
        return members;
    }

    /** What was filled in for a member that the schema has. */
    public Optional<FormNode> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst().map(this::node);
    }

    private FormNode node(Schema.Member member) {
        return nodes.computeIfAbsent(member.name(), name -> FormNode.of(member.schema()));
    }

    /** The node of a path of names with dots between. */
    public Optional<FormNode> at(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return member(path);
        }
        return member(path.substring(0, dot)).filter(GroupNode.class::isInstance)
                .flatMap(node -> ((GroupNode) node).at(path.substring(dot + 1)));
    }

    public boolean on() {
        return on;
    }

    /** Whether it goes even with nothing in it; switching off clears it. */
    public void on(boolean yes) {
        on = yes;
        if (!yes) {
            nodes.clear();
            unknown.clear();
        }
    }

    @Override
    public Optional<JsonNode> json() {
        ObjectNode json = Control.object();
        for (Schema.Member member : members) {
            FormNode node = nodes.get(member.name());
            if (node != null) {
                node.json().ifPresent(value -> json.set(member.name(), value));
            }
        }
        unknown.forEach(json::set);
        return on || !json.isEmpty() ? Optional.of(json) : Optional.empty();
    }

    @Override
    public void fill(JsonNode value) {
        nodes.clear();
        unknown.clear();
        if (value == null || !value.isObject()) {
            on = false;
            return;
        }
        on = true;
        value.properties().forEach(property -> {
            Optional<FormNode> node = member(property.getKey());
            if (node.isPresent()) {
                node.get().fill(property.getValue());
            } else {
                unknown.put(property.getKey(), property.getValue());
            }
        });
    }
}
