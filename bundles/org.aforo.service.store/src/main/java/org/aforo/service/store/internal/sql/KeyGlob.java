package org.aforo.service.store.internal.sql;

import java.util.regex.Pattern;

/**
 * A pattern over keys: {@code *} and {@code ?} within a segment, {@code **} over any number of them,
 * {@code [a-z]} one of. Anything else stands for itself.
 */
final class KeyGlob {

    private static final String MAGIC = "*?[";

    private final Pattern pattern;
    private final String prefix;

    KeyGlob(String glob) {
        int magic = 0;
        while (magic < glob.length() && MAGIC.indexOf(glob.charAt(magic)) < 0) {
            magic++;
        }
        prefix = glob.substring(0, magic);
        pattern = Pattern.compile(regex(glob), Pattern.DOTALL);
    }

    /** What every key that matches begins with. */
    String prefix() {
        return prefix;
    }

    boolean matches(String key) {
        return pattern.matcher(key).matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*' && glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (c == '*' && glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (close > 0) {
                regex.append(oneOf(glob.substring(i + 1, close)));
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String oneOf(String letters) {
        boolean not = letters.startsWith("!") && letters.length() > 1;
        String set = not ? letters.substring(1) : letters;
        return "[" + (not ? "^" : "") + set.replaceAll("([\\\\\\[\\]&^])", "\\\\$1") + "]";
    }
}
