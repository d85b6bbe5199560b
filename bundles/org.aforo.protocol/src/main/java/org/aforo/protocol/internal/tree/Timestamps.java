package org.aforo.protocol.internal.tree;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

import org.aforo.protocol.internal.model.TimestampFormat;

/** Timestamps as AWS writes them, to the millisecond, and reads them, to the nanosecond. */
public final class Timestamps {

    private static final Map<Long, String> DAYS = Map.of(1L, "Mon", 2L, "Tue", 3L, "Wed", 4L, "Thu", 5L, "Fri", 6L,
            "Sat", 7L, "Sun");
    private static final Map<Long, String> MONTHS = Map.ofEntries(Map.entry(1L, "Jan"), Map.entry(2L, "Feb"),
            Map.entry(3L, "Mar"), Map.entry(4L, "Apr"), Map.entry(5L, "May"), Map.entry(6L, "Jun"),
            Map.entry(7L, "Jul"), Map.entry(8L, "Aug"), Map.entry(9L, "Sep"), Map.entry(10L, "Oct"),
            Map.entry(11L, "Nov"), Map.entry(12L, "Dec"));
    private static final DateTimeFormatter HTTP = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, DAYS).appendLiteral(", ").appendValue(ChronoField.DAY_OF_MONTH, 2)
            .appendLiteral(' ').appendText(ChronoField.MONTH_OF_YEAR, MONTHS).appendLiteral(' ')
            .appendValue(ChronoField.YEAR, 4).appendPattern(" HH:mm:ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd()
            .appendLiteral(" GMT").toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendLiteral('T').appendPattern("HH:mm:ss")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd()
            .appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private Timestamps() {
    }

    /** Reads a text; SerializationException when it isn't of that format. */
    public static Instant parse(String text, TimestampFormat format) {
        try {
            return switch (format) {
                case ISO_8601 -> ISO.parse(text, Instant::from);
                case HTTP_DATE -> HTTP.parse(text, Instant::from);
                default -> ofNumber(new BigDecimal(text), format);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw PullReader.malformed();
        }
    }

    /** Reads seconds or milliseconds. */
    public static Instant ofNumber(Number number, TimestampFormat format) {
        if (number instanceof Long whole) {
            return format == TimestampFormat.EPOCH_MILLIS ? Instant.ofEpochMilli(whole) : seconds(whole);
        }
        if (number instanceof Double d && !Double.isFinite(d) || number instanceof Float f && !Float.isFinite(f)) {
            throw PullReader.malformed();
        }
        BigDecimal exact = number instanceof BigDecimal d ? d : new BigDecimal(number.toString());
        return exact(format == TimestampFormat.EPOCH_MILLIS ? exact.movePointLeft(3) : exact);
    }

    private static Instant seconds(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw PullReader.malformed();
        }
    }

    private static Instant exact(BigDecimal seconds) {
        if (Math.abs((long) seconds.scale()) > 100 || seconds.abs().compareTo(FURTHEST) >= 0) {
            throw PullReader.malformed();
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).multiply(BILLION).setScale(0, RoundingMode.HALF_EVEN).longValue();
        return Instant.ofEpochSecond(whole.longValue(), nanos);
    }

    /** Writes a text. */
    public static String text(Instant moment, TimestampFormat format) {
        return switch (format) {
            case ISO_8601 -> iso(moment);
            case HTTP_DATE -> HTTP.format(moment.minusNanos(moment.getNano()));
            case EPOCH_SECONDS -> seconds(moment);
            case EPOCH_MILLIS -> Long.toString(moment.toEpochMilli());
        };
    }

    private static String iso(Instant moment) {
        Instant millis = Instant.ofEpochSecond(moment.getEpochSecond(), moment.getNano() / 1_000_000 * 1_000_000L);
        return DateTimeFormatter.ISO_INSTANT.format(millis);
    }

    private static String seconds(Instant moment) {
        long millis = moment.toEpochMilli();
        return millis % 1000 == 0 ? Long.toString(millis / 1000)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
