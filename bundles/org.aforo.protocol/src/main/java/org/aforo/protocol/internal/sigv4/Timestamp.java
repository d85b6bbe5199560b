package org.aforo.protocol.internal.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as signatures have them: ISO 8601's basic form, {@code 20150830T123600Z}. */
public final class Timestamp {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamp() {
    }

    public static String text(Instant time) {
        return BASIC.format(time);
    }

    /** The time, or null when it is none. */
    static Instant parse(String text) {
        try {
            return BASIC.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The basic form of a Date header, which may be HTTP's or basic already; null when it is neither. */
    static String ofDate(String date) {
        try {
            return parse(date) != null ? date : text(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
