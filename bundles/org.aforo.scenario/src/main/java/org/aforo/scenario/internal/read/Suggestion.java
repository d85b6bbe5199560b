package org.aforo.scenario.internal.read;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a mistyped word was meant to be. */
final class Suggestion {

    private static final int CLOSE = 2;

    private Suggestion() {
    }

    /** {@code "; did you mean 'x'?"}, or the words there are. */
    static String of(String word, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(other -> distance(word, other)))
                .filter(best -> distance(word, best) <= CLOSE).map(best -> "; did you mean '" + best + "'?")
                .orElse("; known here: " + String.join(", ", known));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int cost = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
