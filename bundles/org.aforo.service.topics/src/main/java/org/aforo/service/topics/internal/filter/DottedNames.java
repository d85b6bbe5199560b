package org.aforo.service.topics.internal.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.service.topics.internal.filter.Fields.Leaf;
import org.aforo.service.topics.internal.filter.Fields.Nested;
import org.aforo.service.topics.internal.filter.Fields.Node;

/**
 * Names with dots in policies about the text: {@code "a.b"} asks the same as {@code b} within {@code a}, as AWS's rule
 * language joins names by dots on both sides.
 */
final class DottedNames {

    private static final String DOT = "\\.";

    private DottedNames() {
    }

    /** The same policy without dots in its names. */
    static Fields expanded(Fields fields) {
        Map<String, Node> names = new LinkedHashMap<>();
        List<List<Fields>> ors = new ArrayList<>();
        fields.ors().forEach(or -> ors.add(or.stream().map(DottedNames::expanded).toList()));
        fields.names().forEach((name, node) -> {
            String[] parts = name.split(DOT, -1);
            Node inner = switch (node) {
                case Leaf leaf -> leaf;
                case Nested nested -> new Nested(expanded(nested.fields()));
            };
            for (int i = parts.length - 1; i > 0; i--) {
                inner = new Nested(new Fields(Map.of(parts[i], inner), List.of()));
            }
            add(parts[0], inner, names, ors);
        });
        return new Fields(names, ors);
    }

    /** What is asked of a name that is there as a value and as an object has to fit both. */
    private static void add(String name, Node node, Map<String, Node> names, List<List<Fields>> ors) {
        Node there = names.putIfAbsent(name, node);
        if (there instanceof Nested one && node instanceof Nested other) {
            names.put(name, new Nested(merged(one.fields(), other.fields())));
        } else if (there != null) {
            ors.add(List.of(new Fields(Map.of(name, node), List.of())));
        }
    }

    private static Fields merged(Fields one, Fields other) {
        Map<String, Node> names = new LinkedHashMap<>(one.names());
        List<List<Fields>> ors = new ArrayList<>(one.ors());
        ors.addAll(other.ors());
        other.names().forEach((name, node) -> add(name, node, names, ors));
        return new Fields(names, ors);
    }
}
