package org.aforo.core.internal;

/** Compares texts with patterns in which signs stand for other characters. Never goes back beyond the last star. */
public final class Glob {

    private Glob() {
    }

    /**
     * Whether a text is as a pattern says, from its start to its end.
     *
     * @param any stands for any characters, or none
     * @param one stands for one character
     */
    public static boolean matches(String pattern, String text, char any, char one) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == any) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == one || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == any) {
            p++;
        }
        return p == pattern.length();
    }
}
