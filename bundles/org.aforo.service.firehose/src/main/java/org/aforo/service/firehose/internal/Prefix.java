package org.aforo.service.firehose.internal;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.aforo.api.endpoint.AwsError;

/**
 * A prefix of object names, its {@code !{namespace:value}} expressions read. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html">Custom prefixes</a>
 */
record Prefix(List<Part> parts) {

    private static final String OPEN = "!{";
    private static final int RANDOM_LENGTH = 11;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2018, 8, 27, 10, 30, 0, 0, ZoneOffset.UTC);

    /** A piece of a prefix. */
    sealed interface Part {
        /** Stands for itself. */
        record Text(String text) implements Part {
        }

        /** The arrival of the object's oldest record. */
        record Time(DateTimeFormatter format) implements Part {
        }

        /** Eleven characters, new each time. */
        record Random() implements Part {
        }

        /** What kind of failure put records under an error prefix. */
        record ErrorType() implements Part {
        }
    }

    /**
     * Reads a prefix.
     *
     * @throws AwsError {@code InvalidArgumentException} when an expression is none of AWS's
     */
    static Prefix parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            if (open < 0) {
                parts.add(new Part.Text(text.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Part.Text(text.substring(at, open)));
            }
            int close = close(text, open + OPEN.length());
            parts.add(expression(text.substring(open + OPEN.length(), close)));
            at = close + 1;
        }
        return new Prefix(List.copyOf(parts));
    }

    /** The brace that ends an expression; braces in single quotes are the time pattern's own. */
    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        throw malformed();
    }

    private static Part expression(String body) {
        int colon = body.indexOf(':');
        if (colon <= 0 || colon == body.length() - 1) {
            throw malformed();
        }
        String namespace = body.substring(0, colon);
        String value = body.substring(colon + 1);
        return switch (namespace) {
            case "timestamp" -> time(value);
            case "firehose" -> switch (value) {
                case "random-string" -> new Part.Random();
                case "error-output-type" -> new Part.ErrorType();
                default -> throw Errors.prefix("The firehose namespace does not support the value " + value);
            };
            case "partitionKeyFromQuery", "partitionKeyFromLambda" -> throw Errors.unsupported("The namespace "
                    + namespace);
            default -> throw Errors.prefix("The namespace " + namespace + " is not supported");
        };
    }

    private static Part time(String pattern) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            format.format(SAMPLE);
            return new Part.Time(format);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Errors.prefix("The timestamp namespace does not support the pattern " + pattern);
        }
    }

    private static AwsError malformed() {
        return Errors.prefix("The sequence !{ can only appear in !{namespace:value} expressions");
    }

    boolean hasExpressions() {
        return parts.stream().anyMatch(p -> !(p instanceof Part.Text));
    }

    boolean hasTime() {
        return parts.stream().anyMatch(Part.Time.class::isInstance);
    }

    boolean hasErrorType() {
        return parts.stream().anyMatch(Part.ErrorType.class::isInstance);
    }

    /** This prefix and more after it. */
    Prefix then(Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new Prefix(List.copyOf(all));
    }

    /**
     * Works it out.
     *
     * @param at        arrival of the oldest record, in the time zone of the prefix
     * @param errorType {@code processing-failed} and the like; not used without the expression
     */
    String evaluate(ZonedDateTime at, String errorType) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> out.append(text);
                case Part.Time(DateTimeFormatter format) -> out.append(format.format(at));
                case Part.Random() -> out.append(UUID.randomUUID().toString(), 0, RANDOM_LENGTH);
                case Part.ErrorType() -> out.append(errorType);
            }
        }
        return out.toString();
    }
}
