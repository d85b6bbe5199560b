package org.aforo.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.aforo.core.internal.Glob;

/**
 * A text of a policy: with {@code *} for any characters and {@code ?} for one, and with variables of the request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables</a>
 */
final class TextPattern {

    private static final int ARN_PARTS = 6;
    /** Stand for wildcards, since variables may bring stars that are none. No text has these characters. */
    private static final char ANY = '\uFFFE';
    private static final char ONE = '\uFFFF';

    private final List<Part> parts;

    /** What it is made of. */
    private sealed interface Part {

        /** Text, with wildcards. */
        record Literal(String text) implements Part {
        }

        /** @param otherwise what it is when the request hasn't that key; null for nothing */
        record Variable(String key, String otherwise) implements Part {
        }
    }

    private TextPattern(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param wildcards whether stars and question marks are any
     * @param variables whether it may have variables, as in documents of 2012
     */
    static TextPattern of(String text, boolean wildcards, boolean variables) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = variables && text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (end > 0) {
                String name = text.substring(i + 2, end);
                if (name.length() == 1 && "*?$".contains(name)) {
                    literal.append(name);
                } else {
                    parts.add(new Part.Literal(literal.toString()));
                    parts.add(variable(name));
                    literal.setLength(0);
                }
                i = end;
            } else {
                literal.append(wildcards && c == '*' ? ANY : wildcards && c == '?' ? ONE : c);
            }
        }
        parts.add(new Part.Literal(literal.toString()));
        return new TextPattern(List.copyOf(parts));
    }

    private static Part.Variable variable(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) {
            return new Part.Variable(name.strip().toLowerCase(Locale.ROOT), null);
        }
        String otherwise = name.substring(comma + 1).strip();
        boolean quoted = otherwise.length() > 1 && otherwise.startsWith("'") && otherwise.endsWith("'");
        return new Part.Variable(name.substring(0, comma).strip().toLowerCase(Locale.ROOT),
                quoted ? otherwise.substring(1, otherwise.length() - 1) : otherwise);
    }

    boolean matches(String text, RequestKeys keys) {
        String pattern = resolved(keys);
        return pattern != null && glob(pattern, text);
    }

    boolean matchesInAnyCase(String text, RequestKeys keys) {
        String pattern = resolved(keys);
        return pattern != null && glob(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    /** As ARNs are compared: part by part. */
    boolean matchesArn(String text, RequestKeys keys) {
        String pattern = resolved(keys);
        if (pattern == null) {
            return false;
        }
        String[] wanted = pattern.split(":", ARN_PARTS);
        String[] given = text.split(":", ARN_PARTS);
        if (wanted.length < ARN_PARTS || given.length < ARN_PARTS) {
            return glob(pattern, text);
        }
        for (int i = 0; i < ARN_PARTS; i++) {
            if (!glob(wanted[i], given[i])) {
                return false;
            }
        }
        return true;
    }

    /** With the request's values in the place of variables; null when it hasn't one of them. */
    private String resolved(RequestKeys keys) {
        if (parts.size() == 1) {
            return ((Part.Literal) parts.getFirst()).text;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String value = switch (part) {
                case Part.Literal literal -> literal.text;
                case Part.Variable variable -> {
                    String found = keys.get(variable.key);
                    yield found == null ? variable.otherwise : found;
                }
            };
            if (value == null) {
                return null;
            }
            text.append(value);
        }
        return text.toString();
    }

    private static boolean glob(String pattern, String text) {
        return Glob.matches(pattern, text, ANY, ONE);
    }
}
