package org.aforo.protocol.internal.binding;

import java.util.ArrayList;
import java.util.List;

/** A list whose items have to be turned; done in place on the way in. */
record ListBinding(Binding item) implements Binding {

    @Override
    public Object toJava(Object value) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) value;
        list.replaceAll(v -> v == null ? null : item.toJava(v));
        return list;
    }

    @Override
    public Object toTree(Object value) {
        List<?> list = (List<?>) value;
        List<Object> tree = new ArrayList<>(list.size());
        for (int i = 0, n = list.size(); i < n; i++) {
            Object v = list.get(i);
            tree.add(v == null ? null : item.toTree(v));
        }
        return tree;
    }
}
