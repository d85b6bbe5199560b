package org.aforo.protocol.internal.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.EventStream;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits;
import org.aforo.protocol.internal.tree.Struct;

/** The bindings of one API's records to its model's structures. For one thread while binding. */
public final class Bindings {

    private static final Shape NOTHING = new Shape("Unit", Kind.STRUCTURE, ShapeTraits.NONE, Constraints.NONE);

    private final Map<Key, RecordBinding> records = new HashMap<>();

    private record Key(Shape shape, Class<?> type) {
    }

    /** A record type (or {@link Void}) bound to an operation's input or output. */
    public interface Bound {
        /** The record of a structure; null for {@link Void}. */
        Object toJava(Struct struct);

        /** The structure of a record; an empty one for {@link Void}. */
        Struct toTree(Object value);
    }

    /**
     * Binds a record type.
     *
     * @param shape null when the model says that there is nothing
     * @throws IllegalArgumentException when the record has a component that the model doesn't have
     */
    public Bound bind(Shape shape, Class<?> type) {
        Shape there = shape == null ? NOTHING : shape;
        if (type == Void.class) {
            return new VoidBound(there);
        }
        RecordBinding binding = record(there, type);
        return new RecordBound(binding);
    }

    private record VoidBound(Shape shape) implements Bound {
        @Override
        public Object toJava(Struct struct) {
            return null;
        }

        @Override
        public Struct toTree(Object value) {
            return new Struct(shape);
        }
    }

    private record RecordBound(RecordBinding binding) implements Bound {
        @Override
        public Object toJava(Struct struct) {
            return binding.toJava(struct);
        }

        @Override
        public Struct toTree(Object value) {
            return (Struct) binding.toTree(value);
        }
    }

    private RecordBinding record(Shape shape, Class<?> type) {
        if (!type.isRecord()) {
            throw Binding.mismatch(shape, type);
        }
        RecordBinding made = records.get(new Key(shape, type));
        if (made == null) {
            made = new RecordBinding(shape, type);
            records.put(new Key(shape, type), made);
            made.prepare(this);
        }
        return made;
    }

    /** The binding of a component. */
    Binding of(Shape shape, Type type) {
        Class<?> raw = raw(type);
        return switch (shape.kind()) {
            case STRUCTURE -> raw == EventStream.class ? events(shape, type) : record(shape, raw);
            case LIST -> list(shape, type, raw);
            case MAP -> map(shape, type, raw);
            case STRING -> raw.isEnum() ? new EnumBinding(raw) : exactly(shape, type, raw, String.class);
            case BLOB -> raw == Payload.class ? PayloadBinding.INSTANCE
                    : exactly(shape, type, raw, ByteBuffer.class);
            case BOOLEAN -> exactly(shape, type, raw, Boolean.class, boolean.class);
            case TIMESTAMP -> exactly(shape, type, raw, Instant.class);
            case DOCUMENT -> exactly(shape, type, raw, Object.class);
            default -> NumberBinding.of(shape, raw);
        };
    }

    private static Binding exactly(Shape shape, Type type, Class<?> raw, Class<?>... allowed) {
        if (!List.of(allowed).contains(raw)) {
            throw Binding.mismatch(shape, type);
        }
        return Binding.SAME;
    }

    private Binding events(Shape shape, Type type) {
        if (!shape.traits().streaming() || !(type instanceof ParameterizedType stream)) {
            throw Binding.mismatch(shape, type);
        }
        return new EventStreamBinding(record(shape, raw(stream.getActualTypeArguments()[0])));
    }

    private Binding list(Shape shape, Type type, Class<?> raw) {
        if (raw != List.class || !(type instanceof ParameterizedType list)) {
            throw Binding.mismatch(shape, type);
        }
        Binding item = of(shape.item().shape(), list.getActualTypeArguments()[0]);
        return item == Binding.SAME ? Binding.SAME : new ListBinding(item);
    }

    private Binding map(Shape shape, Type type, Class<?> raw) {
        if (raw != Map.class || !(type instanceof ParameterizedType map)
                || map.getActualTypeArguments()[0] != String.class) {
            throw Binding.mismatch(shape, type);
        }
        Binding value = of(shape.value().shape(), map.getActualTypeArguments()[1]);
        return value == Binding.SAME ? Binding.SAME : new MapBinding(value);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType()
                : type instanceof Class<?> c ? c : Object.class;
    }
}
