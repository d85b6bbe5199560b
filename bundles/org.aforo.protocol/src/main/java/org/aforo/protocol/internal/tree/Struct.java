package org.aforo.protocol.internal.tree;

import java.util.Arrays;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;

/**
 * A structure's values, by the members' index; null where one is absent and the model has no default for it. Not
 * safe for many threads at once.
 */
public final class Struct {

    private final Shape shape;
    private final Object[] values;

    public Struct(Shape shape) {
        this(shape, shape.blank());
    }

    /**
     * @param values by the members' index; the structure's own from now on
     */
    public Struct(Shape shape, Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    public Shape shape() {
        return shape;
    }

    /** The values themselves, not a copy. */
    public Object[] values() {
        return values;
    }

    public Object get(Member member) {
        return values[member.index()];
    }

    public Object get(int index) {
        return values[index];
    }

    public void set(Member member, Object value) {
        values[member.index()] = value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Struct that && shape == that.shape && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** How many members are there. */
    public int count() {
        int n = 0;
        for (Object value : values) {
            n += value == null ? 0 : 1;
        }
        return n;
    }
}
