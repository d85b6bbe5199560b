package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A place in a JSON Schema, as far as completing and explaining needs it. */
record Schema(JsonNode root, JsonNode node) {

    static Schema of(JsonNode root) {
        return new Schema(root, root);
    }

    /** The schema of what lies at the end of this path; empty where nothing is said of it. */
    Optional<Schema> at(List<String> path) {
        Schema here = this;
        for (String step : path) {
            Optional<Schema> next = step.equals(YamlPlace.ITEM) ? here.items() : here.property(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    private Optional<Schema> items() {
        return alternatives().stream().map(schema -> schema.path("items")).filter(JsonNode::isObject).findFirst()
                .map(found -> new Schema(root, found));
    }

    private Optional<Schema> property(String name) {
        return alternatives().stream()
                .map(schema -> schema.path("properties").has(name) ? schema.path("properties").path(name)
                        : schema.path("additionalProperties"))
                .filter(JsonNode::isObject).findFirst().map(found -> new Schema(root, found));
    }

    /** Properties by name, in the schema's order. */
    Map<String, Schema> properties() {
        Map<String, Schema> found = new LinkedHashMap<>();
        alternatives().forEach(schema -> schema.path("properties").properties()
                .forEach(entry -> found.putIfAbsent(entry.getKey(), new Schema(root, entry.getValue()))));
        return found;
    }

    boolean requires(String property) {
        return alternatives().stream().anyMatch(schema -> schema.path("required").valueStream()
                .anyMatch(name -> name.asString("").equals(property)));
    }

    /** Values it may have, where they can be counted. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        for (JsonNode schema : alternatives()) {
            schema.path("enum").forEach(value -> values.add(value.asString("")));
            if (schema.path("type").asString("").equals("boolean")) {
                values.addAll(List.of("true", "false"));
            }
        }
        return values.stream().distinct().toList();
    }

    String type() {
        return alternatives().stream().map(schema -> schema.path("type").asString("")).filter(type -> !type.isEmpty())
                .findFirst().orElse("");
    }

    String description() {
        String own = node.path("description").asString("");
        return own.isEmpty() ? resolved(node).path("description").asString("") : own;
    }

    Optional<String> standard() {
        JsonNode value = node.path("default");
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asString(value.toString()));
    }

    /** How it may be written. */
    List<String> examples() {
        return resolved(node).path("examples").valueStream().map(example -> example.asString("")).toList();
    }

    /** Itself and, where there are several, each of what it may be. */
    private List<JsonNode> alternatives() {
        List<JsonNode> all = new ArrayList<>();
        JsonNode own = resolved(node);
        all.add(own);
        own.path("oneOf").forEach(one -> all.add(resolved(one)));
        own.path("anyOf").forEach(one -> all.add(resolved(one)));
        return all;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema
                : reference.startsWith("#") ? root.at(reference.substring(1)) : MissingNode.getInstance();
    }
}
