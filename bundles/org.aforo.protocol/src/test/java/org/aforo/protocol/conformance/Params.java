package org.aforo.protocol.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Numbers;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.Timestamps;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** A vector's parameters as the codec's values, and the codec's values as something to compare. */
final class Params {

    private Params() {
    }

    static Struct struct(Shape shape, ObjectNode params) {
        Struct struct = new Struct(shape);
        params.getStringMap().forEach((name, node) -> struct.set(shape.member(name), value(shape.member(name).shape(),
                node)));
        return struct;
    }

    static Object value(Shape shape, Node node) {
        if (node.isNullNode()) {
            return null;
        }
        return switch (shape.kind()) {
            case STRUCTURE -> struct(shape, node.expectObjectNode());
            case LIST -> {
                List<Object> list = new ArrayList<>();
                node.expectArrayNode().forEach(n -> list.add(value(shape.item().shape(), n)));
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.expectObjectNode().getStringMap()
                        .forEach((key, n) -> map.put(key, value(shape.value().shape(), n)));
                yield map;
            }
            case STRING -> node.expectStringNode().getValue();
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case BLOB -> blob(shape, node.expectStringNode().getValue().getBytes(StandardCharsets.UTF_8));
            case TIMESTAMP -> moment(node);
            case DOCUMENT -> plain(node);
            default -> number(shape.kind(), node);
        };
    }

    private static Object blob(Shape shape, byte[] bytes) {
        return shape.traits().streaming() ? Payload.of(bytes) : ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    private static Instant moment(Node node) {
        return node.isStringNode()
                ? Timestamps.parse(node.expectStringNode().getValue(), TimestampFormat.ISO_8601)
                : Timestamps.ofNumber(decimal(node), TimestampFormat.EPOCH_SECONDS);
    }

    private static Object number(Kind kind, Node node) {
        return node.isStringNode() ? Numbers.special(node.expectStringNode().getValue(), kind)
                : Numbers.convert(decimal(node), kind, false);
    }

    private static BigDecimal decimal(Node node) {
        return new BigDecimal(node.expectNumberNode().getValue().toString());
    }

    /** A node of any form: null, Boolean, BigDecimal, String, List or Map. */
    static Object plain(Node node) {
        if (node.isObjectNode()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.expectObjectNode().getStringMap().forEach((key, n) -> map.put(key, plain(n)));
            return map;
        }
        if (node.isArrayNode()) {
            List<Object> list = new ArrayList<>();
            node.expectArrayNode().forEach(n -> list.add(plain(n)));
            return list;
        }
        if (node.isNumberNode()) {
            return decimal(node).stripTrailingZeros();
        }
        return node.isBooleanNode() ? node.expectBooleanNode().getValue()
                : node.isStringNode() ? node.expectStringNode().getValue() : null;
    }

    /** A value so that equal ones are equal, and differences can be read. */
    static Object comparable(Object value) {
        return switch (value) {
            case null -> null;
            case Struct struct -> {
                Map<String, Object> map = new LinkedHashMap<>();
                struct.shape().members().forEach(m -> {
                    Object member = comparable(struct.get(m));
                    if (member != null) {
                        map.put(m.name(), member);
                    }
                });
                yield map;
            }
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(v -> items.add(comparable(v)));
                yield items;
            }
            case Map<?, ?> entries -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                entries.forEach((k, v) -> map.put(k, comparable(v)));
                yield map;
            }
            case ByteBuffer blob -> "bytes " + StandardCharsets.UTF_8.decode(blob.duplicate());
            case Payload payload -> comparable(payload);
            case Double d -> Double.isFinite(d) ? new BigDecimal(d.toString()).stripTrailingZeros() : d.toString();
            case Float f -> Float.isFinite(f) ? new BigDecimal(f.toString()).stripTrailingZeros() : f.toString();
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            default -> value;
        };
    }

    /** An empty stream can't be told from none. */
    private static Object comparable(Payload payload) {
        try (payload) {
            byte[] bytes = payload.stream().readAllBytes();
            return bytes.length == 0 ? null : "bytes " + new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
