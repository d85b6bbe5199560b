package org.aforo.ui.internal.forms;

import java.math.BigDecimal;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A single value as text. What isn't of the type goes as it was typed, so that AWS's words say what is wrong. An empty
 * text goes only when it was filled in as one.
 */
public final class ScalarNode implements FormNode {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_DIGITS = 300;

    private final Schema schema;
    private String text = "";
    private boolean blank;

    ScalarNode(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public String text() {
        return text;
    }

    public void text(String typed) {
        text = typed;
        blank = false;
    }

    @Override
    public Optional<JsonNode> json() {
        if (text.isEmpty()) {
            return blank ? Optional.of(NODES.stringNode("")) : Optional.empty();
        }
        return Optional.of(switch (schema.type()) {
            case INTEGER -> whole();
            case NUMBER -> number();
            case BOOLEAN -> flag();
            case TIME -> text.matches("\\d+(\\.\\d+)?") ? number() : NODES.stringNode(text);
            case ANY -> document();
            default -> NODES.stringNode(text);
        });
    }

    private JsonNode whole() {
        return text.strip().matches("[+-]?\\d{1,100}") ? number() : NODES.stringNode(text);
    }

    private JsonNode number() {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            // as it would be read from JSON, so that the same value is the same node
            return Math.abs((long) number.scale()) > MOST_DIGITS ? NODES.stringNode(text)
                    : Control.JSON.readTree(number.toString());
        } catch (NumberFormatException e) {
            return NODES.stringNode(text);
        }
    }

    private JsonNode flag() {
        return switch (text.strip()) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text);
        };
    }

    private JsonNode document() {
        try {
            return Control.JSON.readTree(text);
        } catch (JacksonException e) {
            return NODES.stringNode(text);
        }
    }

    @Override
    public void fill(JsonNode value) {
        blank = value != null && value.isString() && value.asString().isEmpty();
        if (value == null || value.isNull() || value.isMissingNode()) {
            text = "";
        } else {
            text = value.isValueNode() && !(value.isString() && schema.type() == Schema.Type.ANY) ? value.asString()
                    : value.toString();
        }
    }
}
