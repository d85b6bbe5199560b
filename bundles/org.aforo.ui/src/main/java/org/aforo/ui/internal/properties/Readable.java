package org.aforo.ui.internal.properties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What services tell of their resources, as it stands among labels of the workbench. */
final class Readable {

    /** As the bench's clock is shown. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'")
            .withZone(ZoneOffset.UTC);

    private Readable() {
    }

    /** {@code Buffer size} of {@code buffer size}; names of AWS's such as {@code VisibilityTimeout} stay as they are. */
    static String label(String attribute) {
        return attribute.isEmpty() ? attribute
                : attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** A time where the text is an instant; else the text. */
    static String value(String text) {
        if (text.length() < 20 || text.charAt(10) != 'T' || !text.endsWith("Z")) {
            return text;
        }
        try {
            return time(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
