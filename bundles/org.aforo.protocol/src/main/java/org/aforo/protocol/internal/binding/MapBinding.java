package org.aforo.protocol.internal.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map whose values have to be turned; done in place on the way in. */
record MapBinding(Binding value) implements Binding {

    @Override
    public Object toJava(Object from) {
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) from;
        map.replaceAll((k, v) -> v == null ? null : value.toJava(v));
        return map;
    }

    @Override
    public Object toTree(Object from) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ((Map<?, ?>) from).forEach((k, v) -> tree.put((String) k, v == null ? null : value.toTree(v)));
        return tree;
    }
}
