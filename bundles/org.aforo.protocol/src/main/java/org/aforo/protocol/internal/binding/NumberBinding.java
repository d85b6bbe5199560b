package org.aforo.protocol.internal.binding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Numbers;

/** A number held by another type than the model's, an int by a {@code Long} say. */
record NumberBinding(Kind java, Kind tree) implements Binding {

    private static final Map<Class<?>, Kind> TYPES = Map.of(Integer.class, Kind.INTEGER, int.class, Kind.INTEGER,
            Long.class, Kind.LONG, long.class, Kind.LONG, Float.class, Kind.FLOAT, Double.class, Kind.DOUBLE,
            double.class, Kind.DOUBLE, BigDecimal.class, Kind.BIG_DECIMAL, BigInteger.class, Kind.BIG_INTEGER);

    static Binding of(Shape shape, Class<?> type) {
        Kind java = TYPES.get(type);
        if (java == null) {
            throw Binding.mismatch(shape, type);
        }
        Kind tree = shape.kind() == Kind.BYTE || shape.kind() == Kind.SHORT ? Kind.INTEGER : shape.kind();
        return java == tree ? SAME : new NumberBinding(java, tree);
    }

    @Override
    public Object toJava(Object value) {
        return Numbers.convert((Number) value, java, true);
    }

    @Override
    public Object toTree(Object value) {
        return Numbers.convert((Number) value, tree, true);
    }
}
