package org.aforo.protocol.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shapes of a C2J model, made when asked for. */
final class C2jShapes {

    private final Map<String, Object> sources;
    private final boolean renames;
    private final Map<String, Shape> made = new HashMap<>();

    /**
     * @param renames whether {@code locationName} names members in all bodies; in awsJson's it doesn't
     */
    C2jShapes(Map<String, Object> sources, boolean renames) {
        this.sources = sources;
        this.renames = renames;
    }

    Shape get(String name) {
        Shape shape = made.get(name);
        if (shape != null) {
            return shape;
        }
        Map<String, Object> source = source(name);
        shape = new Shape(name, kind(source), traits(source, source), constraints(source));
        made.put(name, shape);
        return define(shape, source);
    }

    /** The shape with the root element's name and namespace that an operation's reference gives it. */
    Shape root(String name, Map<String, Object> reference) {
        if (!reference.containsKey("locationName")) {
            return get(name);
        }
        Map<String, Object> source = source(name);
        return define(new Shape(name, kind(source), traits(source, reference), constraints(source)), source);
    }

    private Map<String, Object> source(String name) {
        Map<String, Object> source = C2jLoader.map(sources.get(name));
        if (source.isEmpty()) {
            throw new IllegalArgumentException("The model has no shape " + name);
        }
        return source;
    }

    Map<String, Shape> errors() {
        Map<String, Shape> errors = new HashMap<>();
        sources.forEach((name, source) -> {
            if (Boolean.TRUE.equals(C2jLoader.map(source).get("exception"))) {
                Shape shape = get(name);
                errors.put(name, shape);
                String code = shape.traits().error().code();
                if (code != null) {
                    errors.putIfAbsent(code, shape);
                }
            }
        });
        return Map.copyOf(errors);
    }

    private Shape define(Shape shape, Map<String, Object> source) {
        switch (shape.kind()) {
            case STRUCTURE -> {
                List<Member> members = new ArrayList<>();
                Set<Object> required = new HashSet<>(C2jLoader.list(source.get("required")));
                C2jLoader.map(source.get("members")).forEach((name, m) -> members
                        .add(member(name, C2jLoader.map(m), required.contains(name))));
                shape.define(members);
            }
            case LIST -> shape.define(List.of(member("member", C2jLoader.map(source.get("member")), false)));
            case MAP -> shape.define(List.of(member("key", C2jLoader.map(source.get("key")), false),
                    member("value", C2jLoader.map(source.get("value")), false)));
            default -> {
                // holds nothing
            }
        }
        return shape;
    }

    private Member member(String name, Map<String, Object> source, boolean required) {
        Location location = location(C2jLoader.text(source, "location"), source);
        boolean named = renames || location != Location.BODY;
        String told = C2jLoader.text(source, "locationName");
        MemberTraits traits = new MemberTraits(named ? told : null, named ? null : told, location,
                required, flag(source, "flattened"), flag(source, "xmlAttribute"),
                namespace(source.get("xmlNamespace")), TimestampFormat.of(C2jLoader.text(source, "timestampFormat")),
                null);
        return new Member(name, get(C2jLoader.text(source, "shape")), traits);
    }

    private Location location(String name, Map<String, Object> source) {
        return switch (name) {
            case null -> Location.BODY;
            case "uri" -> Location.URI;
            case "querystring" -> isMap(source) ? Location.QUERY_PARAMS : Location.QUERY;
            case "header" -> Location.HEADER;
            case "headers" -> Location.HEADERS;
            case "statusCode" -> Location.STATUS;
            default -> throw new IllegalArgumentException("Unknown location " + name);
        };
    }

    private boolean isMap(Map<String, Object> source) {
        return "map".equals(C2jLoader.text(source(C2jLoader.text(source, "shape")), "type"));
    }

    private static boolean flag(Map<String, Object> source, String key) {
        return Boolean.TRUE.equals(source.get(key));
    }

    /** Namespaces are either a URI or {@code {"uri":..., "prefix":...}}. */
    static XmlNamespace namespace(Object source) {
        return switch (source) {
            case null -> null;
            case String uri -> new XmlNamespace(null, uri);
            default -> new XmlNamespace(C2jLoader.text(C2jLoader.map(source), "prefix"),
                    C2jLoader.text(C2jLoader.map(source), "uri"));
        };
    }

    private static Kind kind(Map<String, Object> source) {
        if (flag(source, "document")) {
            return Kind.DOCUMENT;
        }
        return switch (C2jLoader.text(source, "type")) {
            case "structure" -> Kind.STRUCTURE;
            case "list" -> Kind.LIST;
            case "map" -> Kind.MAP;
            case "boolean" -> Kind.BOOLEAN;
            case "byte" -> Kind.BYTE;
            case "short" -> Kind.SHORT;
            case "integer" -> Kind.INTEGER;
            case "long" -> Kind.LONG;
            case "float" -> Kind.FLOAT;
            case "double" -> Kind.DOUBLE;
            case "biginteger", "bigInteger" -> Kind.BIG_INTEGER;
            case "bigdecimal", "bigDecimal" -> Kind.BIG_DECIMAL;
            case "timestamp" -> Kind.TIMESTAMP;
            case "blob" -> Kind.BLOB;
            case "string", "character" -> Kind.STRING;
            case String other -> throw new IllegalArgumentException("Unknown type " + other);
        };
    }

    private static ShapeTraits traits(Map<String, Object> source, Map<String, Object> root) {
        return new ShapeTraits(C2jLoader.text(root, "locationName"), namespace(root.get("xmlNamespace")),
                TimestampFormat.of(C2jLoader.text(source, "timestampFormat")),
                flag(source, "streaming") || flag(source, "eventstream"),
                flag(source, "flattened"), flag(source, "sparse"), flag(source, "union"),
                flag(source, "xmlUnwrapped"), C2jLoader.text(source, "payload"), null, error(source));
    }

    private static ShapeTraits.ErrorInfo error(Map<String, Object> source) {
        if (!flag(source, "exception")) {
            return null;
        }
        Map<String, Object> error = C2jLoader.map(source.get("error"));
        boolean fault = flag(source, "fault");
        Object status = error.get("httpStatusCode");
        int usual = fault ? 500 : 400;
        return new ShapeTraits.ErrorInfo(C2jLoader.text(error, "code"), C2jLoader.text(error, "queryMessage"),
                status == null ? usual : ((Number) status).intValue(), fault);
    }

    private static Constraints constraints(Map<String, Object> source) {
        List<String> values = C2jLoader.list(source.get("enum")).stream().map(String.class::cast).toList();
        return Constraints.of(number(source.get("min")), number(source.get("max")),
                C2jLoader.text(source, "pattern"), values, false);
    }

    private static BigDecimal number(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }
}
