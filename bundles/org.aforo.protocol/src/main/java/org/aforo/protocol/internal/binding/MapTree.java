package org.aforo.protocol.internal.binding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.internal.json.Base64Text;
import org.aforo.protocol.internal.event.Events;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Numbers;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.Timestamps;

/**
 * Structures as maps by the model's member names, as in the AWS CLI's JSON: blobs in Base64 (arrays and buffers are
 * taken too), timestamps as {@link Instant} (ISO 8601 texts and epoch seconds are taken too). A streamed body is text,
 * bytes or a {@link Payload}.
 */
public final class MapTree {

    private MapTree() {
    }

    /**
     * Reads a structure.
     *
     * @throws AwsError SerializationException when a value is of the wrong type or the shape has no such member
     */
    public static Struct toTree(Shape shape, Map<?, ?> map) {
        Struct struct = new Struct(shape);
        map.forEach((name, value) -> {
            Member member = shape.member((String) name);
            if (member == null) {
                throw AwsError.client("SerializationException", "Unknown member " + name + " in " + shape.name());
            }
            struct.set(member, value == null ? null : toTree(member, value));
        });
        return struct;
    }

    private static Object toTree(Member member, Object value) {
        Shape shape = member.shape();
        return switch (shape.kind()) {
            case STRUCTURE -> toTree(shape, expect(Map.class, member, value));
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (Object item : expect(List.class, member, value)) {
                    list.add(item == null ? null : toTree(shape.item(), item));
                }
                yield list;
            }
            case MAP -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                for (Map.Entry<?, ?> e : ((Map<?, ?>) expect(Map.class, member, value)).entrySet()) {
                    Object entry = e.getValue();
                    entries.put((String) e.getKey(), entry == null ? null : toTree(shape.value(), entry));
                }
                yield entries;
            }
            case BLOB -> blob(member, value);
            case TIMESTAMP -> timestamp(member, value);
            case BOOLEAN -> expect(Boolean.class, member, value);
            case STRING -> value instanceof Enum<?> e ? e.toString() : expect(String.class, member, value);
            case DOCUMENT -> value;
            default -> Numbers.convert(expect(Number.class, member, value), shape.kind(), false);
        };
    }

    private static <T> T expect(Class<T> type, Member member, Object value) {
        if (!type.isInstance(value)) {
            throw AwsError.client("SerializationException", member.name() + " is to be a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static Object blob(Member member, Object value) {
        boolean stream = member.shape().traits().streaming();
        return switch (value) {
            case Payload payload -> payload;
            case ByteBuffer buffer -> buffer.asReadOnlyBuffer();
            case byte[] bytes -> ByteBuffer.wrap(bytes).asReadOnlyBuffer();
            case String text when stream -> Payload.of(text);
            case String text -> Base64Text.decodeOrTell(text);
            default -> expect(ByteBuffer.class, member, value);
        };
    }

    private static Instant timestamp(Member member, Object value) {
        return switch (value) {
            case Instant moment -> moment;
            case Number seconds -> Timestamps.ofNumber(seconds, TimestampFormat.EPOCH_SECONDS);
            case String text -> Timestamps.parse(text, TimestampFormat.ISO_8601);
            default -> expect(Instant.class, member, value);
        };
    }

    /** Writes a structure. */
    public static Map<String, Object> toMap(Struct struct) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Member member : struct.shape().members()) {
            Object value = struct.get(member);
            if (value != null) {
                map.put(member.name(), toMap(member.shape(), value));
            }
        }
        return map;
    }

    private static Object toMap(Shape shape, Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Events) {
            throw AwsError.client("UnsupportedOperation",
                    "An event stream can't be had in plain JSON; use an AWS SDK or the AWS CLI.");
        }
        return switch (shape.kind()) {
            case STRUCTURE -> toMap((Struct) value);
            case LIST -> {
                List<Object> list = new ArrayList<>();
                ((List<?>) value).forEach(v -> list.add(toMap(shape.item().shape(), v)));
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((k, v) -> map.put((String) k, toMap(shape.value().shape(), v)));
                yield map;
            }
            default -> shape.kind() == Kind.BLOB && value instanceof ByteBuffer blob ? base64(blob) : value;
        };
    }

    private static String base64(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(blob.position(), bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
