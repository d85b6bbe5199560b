package org.aforo.service.topics.internal.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with asterisks, each for any characters; a backslash before an asterisk or a backslash means itself.
 *
 * @param parts what stands between the asterisks, in order
 */
record Wildcards(List<String> parts) {

    /** @throws IllegalArgumentException with AWS's message when it isn't one */
    static Wildcards parse(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean afterAsterisk = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean asterisk = c == '*';
            if (asterisk && afterAsterisk) {
                throw new IllegalArgumentException("Consecutive wildcard characters at pos " + i);
            }
            if (asterisk) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == '\\') {
                i++;
                part.append(escaped(text, i));
            } else {
                part.append(c);
            }
            afterAsterisk = asterisk;
        }
        parts.add(part.toString());
        return new Wildcards(List.copyOf(parts));
    }

    private static char escaped(String text, int at) {
        if (at == text.length() || text.charAt(at) != '*' && text.charAt(at) != '\\') {
            throw new IllegalArgumentException("Invalid escape character at pos " + (at - 1));
        }
        return text.charAt(at);
    }

    /** Each part is looked for behind the one before it, so that the time it takes stays in line with the text. */
    boolean matches(String text) {
        String first = parts.getFirst();
        String last = parts.getLast();
        if (parts.size() == 1) {
            return text.equals(first);
        }
        if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = text.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
