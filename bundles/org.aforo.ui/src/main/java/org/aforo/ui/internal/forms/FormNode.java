package org.aforo.ui.internal.forms;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** What was filled in for one value, and goes as JSON. Knows nothing of widgets; used by one thread. */
public sealed interface FormNode permits ScalarNode, BlobNode, GroupNode, ListNode, MapNode {

    Schema schema();

    /** The value; empty when nothing was filled in, and nothing is sent. */
    Optional<JsonNode> json();

    /** Fills in a value; null clears. A value of another type than the schema's is kept as it is where possible. */
    void fill(JsonNode value);

    /** A node for a value of this schema, with nothing filled in. */
    static FormNode of(Schema schema) {
        return switch (schema.type()) {
            case STRUCTURE -> new GroupNode(schema);
            case LIST -> new ListNode(schema);
            case MAP -> new MapNode(schema);
            case BLOB -> new BlobNode(schema);
            case TEXT, ENUM, INTEGER, NUMBER, BOOLEAN, TIME, ANY -> new ScalarNode(schema);
        };
    }
}
