package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time and rates as people write them: {@code 90s}, {@code 15m}, {@code 300/s}. */
final class Spans {

    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h|d)");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(ms|s|m|min|h|d)");

    private Spans() {
    }

    static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text.trim());
        return matcher.matches()
                ? Optional.of(
                        Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * nanos(matcher.group(2)))))
                : Optional.empty();
    }

    /** In units per second. */
    static Optional<Double> rate(String text) {
        Matcher matcher = RATE.matcher(text.trim());
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1)) * 1e9 / nanos(matcher.group(2)))
                : Optional.empty();
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m", "min" -> 60e9;
            case "h" -> 3600e9;
            default -> 86400e9;
        };
    }
}
