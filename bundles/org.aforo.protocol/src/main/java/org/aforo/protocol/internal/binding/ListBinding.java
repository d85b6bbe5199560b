package org.aforo.protocol.internal.binding;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list whose items have to be turned; done in place on the way in, and when they are asked for on the way out. */
record ListBinding(Binding item) implements Binding {

    @Override
    public Object toJava(Object value) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) value;
        list.replaceAll(v -> v == null ? null : item.toJava(v));
        return list;
    }

    /** A view: an output is written once, and ten thousand records needn't be there twice for that. */
    @Override
    public Object toTree(Object value) {
        return new Turned(item, (List<?>) value);
    }

    private static final class Turned extends AbstractList<Object> implements RandomAccess {

        private final Binding item;
        private final List<?> list;

        Turned(Binding item, List<?> list) {
            this.item = item;
            this.list = list;
        }

        @Override
        public Object get(int index) {
            Object value = list.get(index);
            return value == null ? null : item.toTree(value);
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}
