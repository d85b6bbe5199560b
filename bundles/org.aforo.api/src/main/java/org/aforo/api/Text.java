package org.aforo.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text for people, in English and in other languages.
 *
 * @param english what those read whose language isn't there
 * @param others  by ISO 639 code: {@code es}
 */
public record Text(String english, Map<String, String> others) {

    /** No text at all. */
    public static final Text NONE = new Text("", Map.of());

    public Text {
        others = Map.copyOf(others);
    }

    /** A text in English and Spanish. */
    public static Text of(String english, String spanish) {
        return new Text(english, Map.of("es", spanish));
    }

    /** A text that is the same in every language. */
    public static Text of(String same) {
        return new Text(same, Map.of());
    }

    /** This text and, additionally, what it is in another language. */
    public Text and(String language, String text) {
        Map<String, String> all = new HashMap<>(others);
        all.put(language, text);
        return new Text(english, all);
    }

    /**
     * The text in a language, or in English where it isn't there.
     *
     * @param language a code with or without a region: {@code es}, {@code es-MX}, {@code es_MX}; null for English
     */
    public String in(String language) {
        if (language == null || others.isEmpty()) {
            return english;
        }
        return others.getOrDefault(language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT), english);
    }
}
