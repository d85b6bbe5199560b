package org.aforo.core.internal.fault;

/** A name in which {@code *} stands for any text. Matches without backtracking beyond the last star. */
final class NamePattern {

    private static final String ANY = "*";

    private final String pattern;

    NamePattern(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String name) {
        return pattern.equals(ANY) || name != null && glob(pattern, name);
    }

    /**
     * As {@link #matches}, for a resource: where one side is an ARN and the other a name, names are compared. What
     * matches the whole matches each part of it.
     */
    boolean matchesResource(String resource) {
        if (matches(resource)) {
            return true;
        }
        if (resource == null) {
            return false;
        }
        String name = shortName(resource);
        int part = name.indexOf('/');
        return isArn(pattern) != isArn(resource) && glob(shortName(pattern), name)
                || part > 0 && matchesResource(resource.substring(0, resource.length() - name.length() + part));
    }

    private static boolean isArn(String text) {
        return text.startsWith("arn:");
    }

    /** What follows the kind: {@code orders} of {@code arn:aws:kinesis:us-east-1:000000000000:stream/orders}. */
    private static String shortName(String text) {
        if (!isArn(text)) {
            return text;
        }
        String[] parts = text.split(":", 6);
        String name = parts[parts.length - 1];
        return name.substring(name.indexOf('/') + 1);
    }

    private static boolean glob(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
