package org.aforo.protocol.internal.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Shape;

/**
 * Entries of lists and maps as AWS's older services check them: where some break their own constraints the list or map
 * is told of, once, with all constraints of its entries.
 */
final class Entries {

    private Entries() {
    }

    static void list(Shape item, List<?> list, Violations found) {
        check("Member", item, list, list, found);
    }

    static void map(Shape shape, Map<?, ?> map, Violations found) {
        check("Map keys", shape.key().shape(), map.keySet(), map, found);
        check("Map value", shape.value().shape(), map.values(), map, found);
    }

    private static void check(String who, Shape shape, Collection<?> entries, Object whole, Violations found) {
        if (shape.constraints().none()) {
            return;
        }
        Violations broken = new Violations();
        for (Object entry : entries) {
            if (entry != null) {
                Checks.check(shape, entry, broken);
            }
            if (!broken.isEmpty()) {
                String rule = who + " must satisfy constraint: " + rules(shape);
                found.add(Values.text(whole), rule, rule);
                return;
            }
        }
    }

    private static String rules(Shape shape) {
        Constraints rules = shape.constraints();
        String measure = "Member must have " + switch (shape.kind()) {
            case STRING, BLOB, LIST, MAP -> "length";
            default -> "value";
        };
        List<String> all = new ArrayList<>();
        if (rules.max() != null) {
            all.add(measure + " less than or equal to " + rules.max());
        }
        if (rules.min() != null) {
            all.add(measure + " greater than or equal to " + rules.min());
        }
        if (rules.pattern() != null) {
            all.add("Member must satisfy regular expression pattern: " + rules.pattern());
        }
        if (!rules.values().isEmpty()) {
            all.add("Member must satisfy enum value set: [" + String.join(", ", rules.values()) + ']');
        }
        return all.toString();
    }
}
