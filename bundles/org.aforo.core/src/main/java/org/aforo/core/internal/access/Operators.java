package org.aforo.core.internal.access;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;

import org.aforo.api.access.InvalidPolicyException;
import org.aforo.core.internal.access.Condition.Test;

/**
 * The condition operators, by name.
 *
 * @param variables whether texts may have variables
 */
record Operators(boolean variables) {

    private static final String IF_EXISTS = "ifexists";
    private static final String FOR_ALL = "forallvalues:";
    private static final String FOR_ANY = "foranyvalue:";

    /**
     * A condition.
     *
     * @param operator its full name: {@code ForAnyValue:StringNotLikeIfExists}
     * @throws InvalidPolicyException when there is no such operator, or it doesn't take such values
     */
    Condition condition(String operator, String key, List<String> values) {
        String name = operator.toLowerCase(Locale.ROOT);
        boolean all = name.startsWith(FOR_ALL);
        boolean any = name.startsWith(FOR_ANY);
        name = all || any ? name.substring(name.indexOf(':') + 1) : name;
        boolean ifExists = name.endsWith(IF_EXISTS);
        name = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        String subject = key.toLowerCase(Locale.ROOT);
        if (name.equals("null") && !ifExists) {
            return new Condition.Present(subject, values.stream().map(Operators::flag).toList());
        }
        boolean negated = name.contains("not");
        Function<String, Test> tests = tests(negated ? name.replaceFirst("not", "") : name, operator);
        return new Condition.Compared(subject, negated, ifExists || all || negated && !any,
                values.stream().map(tests).toList());
    }

    /** What makes tests of an operator's values; of a negated one those of what it negates. */
    private Function<String, Test> tests(String name, String operator) {
        return switch (name) {
            case "stringequals" -> text -> pattern(text, false)::matches;
            case "stringequalsignorecase" -> text -> pattern(text, false)::matchesInAnyCase;
            case "stringlike" -> text -> pattern(text, true)::matches;
            case "arnequals", "arnlike" -> text -> pattern(text, true)::matchesArn;
            case "bool" -> this::bool;
            case "binaryequals" -> Operators::binary;
            case "ipaddress" -> Operators::address;
            default -> ordered(name, operator);
        };
    }

    private TextPattern pattern(String text, boolean wildcards) {
        return TextPattern.of(text, wildcards, variables);
    }

    private Test bool(String text) {
        if (!text.contains("${")) {
            flag(text);
        }
        return pattern(text, false)::matchesInAnyCase;
    }

    private static boolean flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new InvalidPolicyException(text + " is neither true nor false", false);
    }

    private static Test binary(String text) {
        try {
            Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicyException(text + " isn't Base64", false);
        }
        return (value, keys) -> value.equals(text);
    }

    private static Test address(String text) {
        Cidr range = Cidr.of(text);
        if (range == null) {
            throw new InvalidPolicyException(text + " is no range of addresses", false);
        }
        return (value, keys) -> range.contains(value);
    }

    private static Function<String, Test> ordered(String name, String operator) {
        IntPredicate order = switch (name.replaceFirst("numeric|date", "")) {
            case "equals" -> sign -> sign == 0;
            case "lessthan" -> sign -> sign < 0;
            case "lessthanequals" -> sign -> sign <= 0;
            case "greaterthan" -> sign -> sign > 0;
            case "greaterthanequals" -> sign -> sign >= 0;
            default -> throw new InvalidPolicyException("There is no operator " + operator, false);
        };
        if (name.startsWith("numeric")) {
            return text -> compared(text, Operators::number, order);
        }
        if (name.startsWith("date")) {
            return text -> compared(text, Moments::read, order);
        }
        throw new InvalidPolicyException("There is no operator " + operator, false);
    }

    private static <T extends Comparable<? super T>> Test compared(String text, Function<String, T> read,
            IntPredicate order) {
        T wanted = read.apply(text);
        if (wanted == null) {
            throw new InvalidPolicyException(text + " can't be compared so", false);
        }
        return (value, keys) -> {
            T given = read.apply(value);
            return given != null && order.test(given.compareTo(wanted));
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
