package org.aforo.ui.internal.properties;

import java.util.List;
import java.util.Optional;

/** Which of a resource's attributes are tags: those named {@code Tag Key} or {@code tag:Key}. */
final class Tags {

    private static final List<String> PREFIXES = List.of("Tag ", "tag:");

    private Tags() {
    }

    static boolean is(String attribute) {
        return prefix(attribute).isPresent();
    }

    static String key(String attribute) {
        return prefix(attribute).map(prefix -> attribute.substring(prefix.length()).strip()).orElse(attribute);
    }

    private static Optional<String> prefix(String attribute) {
        return PREFIXES.stream().filter(attribute::startsWith).findFirst();
    }
}
