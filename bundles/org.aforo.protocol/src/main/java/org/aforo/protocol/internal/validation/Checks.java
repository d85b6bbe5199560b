package org.aforo.protocol.internal.validation;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Shape;

/** Checks one value against its shape's own constraints. */
final class Checks {

    /** Patterns aren't tried on longer texts: some of AWS's would take a stack frame for each character. */
    private static final int LONGEST_MATCHED = 4_096;

    private Checks() {
    }

    static void check(Shape shape, Object value, Violations found) {
        Constraints rules = shape.constraints();
        switch (value) {
            case String text -> text(rules, text, found);
            case ByteBuffer blob -> length(rules, blob.remaining(), value, found);
            case List<?> list -> {
                length(rules, list.size(), value, found);
                unique(rules, list, found);
            }
            case Map<?, ?> map -> length(rules, map.size(), value, found);
            case Number number -> range(rules, number, found);
            default -> {
                // nothing constrains it
            }
        }
    }

    /** AWS tells of the pattern before the length. */
    private static void text(Constraints rules, String text, Violations found) {
        if (rules.compiled() != null && text.length() <= LONGEST_MATCHED && !matches(rules, text)) {
            found.add(text, "Member must satisfy regular expression pattern: " + rules.pattern(),
                    "Member must satisfy regular expression pattern: " + rules.pattern());
        }
        if (rules.min() != null || rules.max() != null) {
            length(rules, text.codePointCount(0, text.length()), text, found);
        }
        if (!rules.values().isEmpty() && !rules.values().contains(text)) {
            String set = '[' + String.join(", ", rules.values()) + ']';
            found.add(text, "Member must satisfy enum value set: " + set, "Member must satisfy enum value set: " + set);
        }
    }

    /** AWS's older services match the whole value whether or not the pattern is anchored. */
    private static boolean matches(Constraints rules, String text) {
        return rules.anchored() ? rules.compiled().matcher(text).find() : rules.compiled().matcher(text).matches();
    }

    private static void length(Constraints rules, int length, Object value, Violations found) {
        boolean tooShort = rules.min() != null && length < rules.min().intValue();
        boolean tooLong = rules.max() != null && length > rules.max().longValue();
        if (tooShort || tooLong) {
            String bound = bound(rules, tooShort);
            found.add(Values.text(value), "Member must have length " + bound,
                    "Member must have length " + between(rules));
        }
    }

    private static void range(Constraints rules, Number number, Violations found) {
        BigDecimal value = new BigDecimal(number.toString());
        boolean tooSmall = rules.min() != null && value.compareTo(rules.min()) < 0;
        boolean tooLarge = rules.max() != null && value.compareTo(rules.max()) > 0;
        if (tooSmall || tooLarge) {
            String bound = bound(rules, tooSmall);
            found.add(number.toString(), "Member must have value " + bound, "Member must be " + between(rules));
        }
    }

    private static String bound(Constraints rules, boolean below) {
        return below ? "greater than or equal to " + rules.min() : "less than or equal to " + rules.max();
    }

    private static String between(Constraints rules) {
        if (rules.min() != null && rules.max() != null) {
            return "between " + rules.min() + " and " + rules.max() + ", inclusive";
        }
        return rules.min() != null ? "greater than or equal to " + rules.min()
                : "less than or equal to " + rules.max();
    }

    private static void unique(Constraints rules, List<?> list, Violations found) {
        if (rules.unique() && new HashSet<>(list).size() < list.size()) {
            found.add(Values.text(list), "Member must have unique values", "Member must have unique values");
        }
    }
}
