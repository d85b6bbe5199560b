package org.aforo.protocol.internal.binding;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Struct;

/** A structure held by a record. Its constructor and accessors are looked up once, as method handles. */
final class RecordBinding implements Binding {

    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);
    private static final MethodType READER = MethodType.methodType(Object[].class, Object.class);

    private final Shape shape;
    private final Class<?> type;
    private MethodHandle constructor;
    /** Gives a structure's values at once: one call that the compiler sees through, rather than one for each component. */
    private MethodHandle reader;
    private Binding[] bindings;
    private int[] indexes;

    RecordBinding(Shape shape, Class<?> type) {
        this.shape = shape;
        this.type = type;
    }

    /** Looks everything up; records refer to one another, so this comes after the making. */
    void prepare(Bindings all) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandle[] accessors = new MethodHandle[components.length];
        bindings = new Binding[components.length];
        indexes = new int[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                Member member = member(components[i].getName());
                indexes[i] = member.index();
                bindings[i] = bind(all, member, components[i]);
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(ACCESSOR);
            }
            reader = reader(accessors);
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " can't be bound", e);
        }
    }

    private MethodHandle reader(MethodHandle[] accessors) {
        MethodHandle[] members = Arrays.stream(shape.blank())
                .map(absent -> MethodHandles.dropArguments(MethodHandles.constant(Object.class, absent), 0,
                        Object.class))
                .toArray(MethodHandle[]::new);
        for (int i = 0; i < accessors.length; i++) {
            members[indexes[i]] = accessors[i];
        }
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, members.length);
        MethodHandle read = MethodHandles.filterArguments(array, 0, members);
        return MethodHandles.permuteArguments(read, READER, new int[members.length]);
    }

    private Binding bind(Bindings all, Member member, RecordComponent component) {
        try {
            return all.of(member.shape(), component.getGenericType());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type.getName() + '.' + component.getName() + ": " + e.getMessage(), e);
        }
    }

    private Member member(String component) {
        Member member = shape.member(component);
        if (member == null) {
            member = shape.member(Character.toUpperCase(component.charAt(0)) + component.substring(1));
        }
        if (member == null) {
            throw new IllegalArgumentException(
                    type.getName() + '.' + component + ": the model's " + shape.name() + " has no such member");
        }
        return member;
    }

    @Override
    public Object toJava(Object value) {
        Struct struct = (Struct) value;
        Object[] arguments = new Object[indexes.length];
        for (int i = 0; i < arguments.length; i++) {
            Object member = struct.get(indexes[i]);
            arguments[i] = member == null || bindings[i] == SAME ? member : bindings[i].toJava(member);
        }
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object toTree(Object value) {
        try {
            Object[] values = (Object[]) reader.invokeExact(value);
            for (int i = 0; i < indexes.length; i++) {
                int at = indexes[i];
                if (bindings[i] != SAME && values[at] != null) {
                    values[at] = bindings[i].toTree(values[at]);
                }
            }
            return new Struct(shape, values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
