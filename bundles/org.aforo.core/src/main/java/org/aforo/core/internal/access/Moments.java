package org.aforo.core.internal.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates as policies write them: of ISO 8601, or in seconds since 1970. */
final class Moments {

    private Moments() {
    }

    /** @return null when it isn't a date */
    static Instant read(String text) {
        try {
            if (text.matches("-?\\d{5,18}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
