package org.aforo.core.internal.fault;

import org.aforo.core.internal.Glob;

/** A name in which {@code *} stands for any text. */
final class NamePattern {

    private static final char ANY = '*';
    /** No name has this character. */
    private static final char NONE = '\uFFFF';

    private final String pattern;

    NamePattern(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String name) {
        return pattern.equals("*") || name != null && glob(pattern, name);
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
        return Glob.matches(pattern, name, ANY, NONE);
    }
}
