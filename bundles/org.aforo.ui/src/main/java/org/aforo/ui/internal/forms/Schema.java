package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.databind.JsonNode;

/**
 * A value's JSON Schema as the bench writes it (2020-12): references go to the {@code $defs} of the whole.
 *
 * @param root where the definitions are
 * @param node of this value, perhaps a reference
 */
public record Schema(JsonNode root, JsonNode node) {

    private static final String DEFINITIONS = "#/$defs/";

    /** What a value is, for people to fill in. */
    public enum Type {
        TEXT, ENUM, INTEGER, NUMBER, BOOLEAN, TIME, BLOB, LIST, MAP, STRUCTURE, ANY
    }

    /** A member of a structure. */
    public record Member(String name, Schema schema, boolean required) {

        /** What the model says of it here, or else of its type. */
        public String documentation() {
            String own = schema.node.path("description").asString("");
            return own.isEmpty() ? schema.resolved().path("description").asString("") : own;
        }
    }

    /** The schema of a whole input or output. */
    public static Schema of(JsonNode root) {
        return new Schema(root, root);
    }

    /** Of what takes no members. */
    public static Schema empty() {
        return of(Control.object().put("type", "object").set("properties", Control.object()));
    }

    /** The name of its structure in AWS's model, where it is one that stands among the definitions. */
    public Optional<String> structureName() {
        String reference = node.path("$ref").asString("");
        return reference.startsWith(DEFINITIONS) ? Optional.of(reference.substring(DEFINITIONS.length()))
                : Optional.empty();
    }

    public Type type() {
        JsonNode schema = resolved();
        return switch (schema.path("type").asString("")) {
            case "string" -> text(schema);
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "array" -> Type.LIST;
            case "object" -> schema.has("properties") ? Type.STRUCTURE : Type.MAP;
            default -> Type.ANY;
        };
    }

    private static Type text(JsonNode schema) {
        if (schema.has("enum")) {
            return Type.ENUM;
        }
        if (schema.has("contentEncoding") || streaming(schema)) {
            return Type.BLOB;
        }
        return schema.path("format").asString("").equals("date-time") ? Type.TIME : Type.TEXT;
    }

    /** Whether it has this {@code format}: {@code int64}, {@code float}. */
    public boolean isFormat(String format) {
        return resolved().path("format").asString("").equals(format);
    }

    /** Whether it is a body of any length, which goes as it is and not in Base64. */
    public boolean streaming() {
        return streaming(resolved());
    }

    private static boolean streaming(JsonNode schema) {
        return schema.path("x-streaming").asBoolean(false);
    }

    /** What an enum may be. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        resolved().path("enum").forEach(value -> values.add(value.asString("")));
        return values;
    }

    /** Members of a structure, in the model's order. */
    public List<Member> members() {
        JsonNode schema = resolved();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        List<Member> members = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> members.add(new Member(property.getKey(),
                new Schema(root, property.getValue()), required.contains(property.getKey()))));
        return members;
    }

    /** A member of a structure. */
    public Optional<Member> member(String name) {
        return members().stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** What a list holds. */
    public Schema item() {
        return new Schema(root, resolved().path("items"));
    }

    /** The keys of a map. */
    public Schema key() {
        return new Schema(root, resolved().path("propertyNames"));
    }

    /** What a map holds. */
    public Schema value() {
        return new Schema(root, resolved().path("additionalProperties"));
    }

    /** Its limits, for people: {@code 1 – 128}; empty when it has none. */
    public String limits() {
        JsonNode schema = resolved();
        for (String kind : List.of("imum", "Length", "Items", "Properties")) {
            String range = range(schema.path("min" + kind), schema.path("max" + kind));
            if (!range.isEmpty()) {
                return range;
            }
        }
        return range(schema.path("x-minBytes"), schema.path("x-maxBytes"));
    }

    private static String range(JsonNode least, JsonNode most) {
        if (least.isNumber() && most.isNumber()) {
            return least.asString() + " \u2013 " + most.asString();
        }
        return least.isNumber() ? "\u2265 " + least.asString() : most.isNumber() ? "\u2264 " + most.asString() : "";
    }

    private JsonNode resolved() {
        Optional<String> name = structureName();
        return name.isPresent() ? root.path("$defs").path(name.get()) : node;
    }
}
