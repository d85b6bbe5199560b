package org.aforo.scenario.internal.report;

import java.time.Duration;
import java.util.Locale;

/** Texts of a report. */
final class Texts {

    private Texts() {
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    static String clock(Duration span) {
        long seconds = span.toSeconds();
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** The flush reason that an event names. */
    static String flushReason(String text) {
        for (String reason : new String[] {"SIZE", "INTERVAL", "COUNT", "MANUAL"}) {
            if (text.contains(reason)) {
                return reason;
            }
        }
        return "flush";
    }
}
