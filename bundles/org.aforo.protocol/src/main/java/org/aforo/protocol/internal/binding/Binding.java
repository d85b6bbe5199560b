package org.aforo.protocol.internal.binding;

import java.lang.reflect.Type;

import org.aforo.protocol.internal.model.Shape;

/** Turns values of one shape into values of one Java type and back; made once, used by many threads. */
interface Binding {

    /** For types that the value tree holds as they are. */
    Binding SAME = new Binding() {
        @Override
        public Object toJava(Object value) {
            return value;
        }

        @Override
        public Object toTree(Object value) {
            return value;
        }
    };

    /** @param value never null */
    Object toJava(Object value);

    /** @param value never null */
    Object toTree(Object value);

    /** What is said when a component's type can't hold its member. */
    static IllegalArgumentException mismatch(Shape shape, Type type) {
        return new IllegalArgumentException(
                type.getTypeName() + " can't hold " + shape.name() + ", a " + shape.kind().name().toLowerCase());
    }
}
