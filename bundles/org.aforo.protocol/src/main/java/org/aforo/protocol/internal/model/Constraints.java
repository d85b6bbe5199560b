package org.aforo.protocol.internal.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a value of a shape must satisfy.
 *
 * @param min      least length or value, or null
 * @param max      greatest length or value, or null
 * @param pattern  as in the model, or null
 * @param compiled the pattern, or null when there is none or Java doesn't know it
 * @param values   enumeration, or empty
 * @param unique   whether a list's items must differ
 */
public record Constraints(BigDecimal min, BigDecimal max, String pattern, Pattern compiled, List<String> values,
        boolean unique) {

    public static final Constraints NONE = new Constraints(null, null, null, null, List.of(), false);

    /** With the pattern compiled. */
    public static Constraints of(BigDecimal min, BigDecimal max, String pattern, List<String> values, boolean unique) {
        boolean none = min == null && max == null && pattern == null && values.isEmpty() && !unique;
        return none ? NONE : new Constraints(min, max, pattern, compile(pattern), List.copyOf(values), unique);
    }

    private static Pattern compile(String pattern) {
        try {
            return pattern == null ? null : Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** Whether the pattern itself says where it begins or ends, so that it is sought rather than matched. */
    public boolean anchored() {
        return pattern.startsWith("^") || pattern.endsWith("$");
    }

    public boolean none() {
        return this == NONE;
    }
}
