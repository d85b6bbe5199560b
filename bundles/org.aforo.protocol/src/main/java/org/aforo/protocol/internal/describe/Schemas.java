package org.aforo.protocol.internal.describe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.Shape;

/**
 * AWS's model of an operation as JSON Schema: structures stand in {@code $defs}, all else where it is used. Of a blob
 * the limits count bytes, not Base64, and are told as {@code x-minBytes} and {@code x-maxBytes}.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema</a>
 */
public final class Schemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Documents documents;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private Schemas(Documents documents) {
        this.documents = documents;
    }

    /** What an operation does, in plain text; empty where the model has no words. */
    public static String text(Operation operation, Documents documents) {
        return documents.operation(operation.name());
    }

    /**
     * The schema of an operation's input or output.
     *
     * @param root the structure, or null for none
     */
    public static Map<String, Object> of(Shape root, Documents documents) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        if (root == null) {
            schema.put("type", "object");
            schema.put("properties", Map.of());
            schema.put("additionalProperties", false);
            return schema;
        }
        Schemas schemas = new Schemas(documents);
        schemas.structure(root, schema);
        if (!schemas.definitions.isEmpty()) {
            schema.put("$defs", schemas.definitions);
        }
        return schema;
    }

    private void structure(Shape shape, Map<String, Object> schema) {
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Member member : shape.members()) {
            Map<String, Object> property = new LinkedHashMap<>();
            any(member.shape(), property);
            describe(property, documents.member(shape, member));
            properties.put(member.name(), property);
            if (member.required()) {
                required.add(member.name());
            }
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (shape.traits().union()) {
            schema.put("minProperties", 1);
            schema.put("maxProperties", 1);
        }
        schema.put("additionalProperties", false);
    }

    private void any(Shape shape, Map<String, Object> schema) {
        switch (shape.kind()) {
            case STRUCTURE -> schema.put("$ref", "#/$defs/" + define(shape));
            case LIST -> {
                schema.put("type", "array");
                schema.put("items", inner(shape.item()));
                range(schema, shape.constraints(), "minItems", "maxItems");
            }
            case MAP -> {
                schema.put("type", "object");
                schema.put("propertyNames", inner(shape.key()));
                schema.put("additionalProperties", inner(shape.value()));
                range(schema, shape.constraints(), "minProperties", "maxProperties");
            }
            case STRING -> string(shape, schema);
            case BLOB -> blob(shape, schema);
            case TIMESTAMP -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
            }
            case BOOLEAN -> schema.put("type", "boolean");
            case DOCUMENT -> {
                // anything
            }
            default -> {
                schema.put("type", shape.kind().isInteger() ? "integer" : "number");
                switch (shape.kind()) {
                    case LONG -> schema.put("format", "int64");
                    case FLOAT -> schema.put("format", "float");
                    default -> {
                        // as wide as most
                    }
                }
                range(schema, shape.constraints(), "minimum", "maximum");
            }
        }
    }

    private Map<String, Object> inner(Member member) {
        Map<String, Object> schema = new LinkedHashMap<>();
        any(member.shape(), schema);
        describe(schema, documents.shape(member.shape()));
        return schema;
    }

    /** Shapes refer to one another in circles: the name is taken before the structure is looked into. */
    private String define(Shape shape) {
        if (!definitions.containsKey(shape.name())) {
            Map<String, Object> schema = new LinkedHashMap<>();
            definitions.put(shape.name(), schema);
            structure(shape, schema);
            describe(schema, documents.shape(shape));
        }
        return shape.name();
    }

    private static void string(Shape shape, Map<String, Object> schema) {
        Constraints constraints = shape.constraints();
        schema.put("type", "string");
        if (!constraints.values().isEmpty()) {
            schema.put("enum", constraints.values());
        }
        range(schema, constraints, "minLength", "maxLength");
        if (constraints.pattern() != null) {
            // AWS matches the whole text, JSON Schema seeks
            schema.put("pattern", constraints.anchored() ? constraints.pattern()
                    : "^(?:" + constraints.pattern() + ")$");
        }
    }

    private static void blob(Shape shape, Map<String, Object> schema) {
        schema.put("type", "string");
        if (shape.traits().streaming()) {
            schema.put("x-streaming", true);
        } else {
            schema.put("contentEncoding", "base64");
        }
        range(schema, shape.constraints(), "x-minBytes", "x-maxBytes");
    }

    private static void range(Map<String, Object> schema, Constraints constraints, String least, String most) {
        put(schema, least, constraints.min());
        put(schema, most, constraints.max());
    }

    private static void put(Map<String, Object> schema, String name, BigDecimal number) {
        if (number != null) {
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(LARGEST) <= 0;
            schema.put(name, whole ? (Object) number.longValueExact() : number);
        }
    }

    private static void describe(Map<String, Object> schema, String text) {
        if (!text.isEmpty()) {
            schema.put("description", text);
        }
    }
}
