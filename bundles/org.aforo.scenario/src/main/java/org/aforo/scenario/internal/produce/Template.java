package org.aforo.scenario.internal.produce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;

/**
 * A record's text with placeholders: {@code ${n}} its number from 1, {@code ${key}} its partition key, {@code ${time}}
 * the bench's time in ISO 8601, {@code ${millis}} the same in milliseconds, {@code ${uuid}} one at random,
 * {@code ${random(1,100)}} a number of that range, both ends included and with as many decimals as the ends have, and
 * {@code ${choice(a,b,c)}} one of the words. {@code $${} stands for itself.
 */
public final class Template {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern PLACE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)}?");
    private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*(?:\\((.*)\\))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.(\\d{1,9}))?");
    private static final String KNOWN = "There is ${n}, ${key}, ${time}, ${millis}, ${uuid}, ${random(1,100)} and "
            + "${choice(a,b)}.";

    private final List<Part> parts = new ArrayList<>();

    /** What a record is made with. */
    public record Context(long n, String key, Instant now, SplittableRandom random) {
    }

    /** One part of the text. */
    @FunctionalInterface
    private interface Part {
        void write(StringBuilder out, Context context);
    }

    /** @throws AwsError what is wrong with the text */
    public Template(String text) throws AwsError {
        if (text == null || text.isEmpty()) {
            throw bad("A template is missing.");
        }
        if (text.length() > LONGEST) {
            throw bad("A template has at most " + LONGEST + " characters.");
        }
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            literal(text.substring(from, place.start()));
            if (place.group(1) != null) {
                literal("${");
            } else if (!place.group().endsWith("}")) {
                throw bad("The placeholder " + shortened(place.group()) + " has no end.");
            } else {
                parts.add(part(place.group(2), place.group()));
            }
            from = place.end();
        }
        literal(text.substring(from));
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            parts.add((out, context) -> out.append(text));
        }
    }

    public String fill(Context context) {
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> part.write(out, context));
        return out.toString();
    }

    private static Part part(String inner, String whole) {
        Matcher call = CALL.matcher(inner);
        if (!call.matches()) {
            throw unknown(whole);
        }
        String arguments = call.group(2);
        return switch (call.group(1)) {
            case "random" -> random(arguments, whole);
            case "choice" -> choice(arguments, whole);
            case String name when arguments != null -> throw unknown(whole);
            case "n" -> (out, context) -> out.append(context.n());
            case "key" -> (out, context) -> out.append(context.key());
            case "time" -> (out, context) -> out.append(context.now());
            case "millis" -> (out, context) -> out.append(context.now().toEpochMilli());
            case "uuid" -> (out, context) -> out
                    .append(new UUID(context.random().nextLong(), context.random().nextLong()));
            default -> throw unknown(whole);
        };
    }

    private static Part random(String arguments, String whole) {
        String[] ends = arguments == null ? new String[0] : arguments.split(",", -1);
        if (ends.length != 2) {
            throw bad(shortened(whole) + ": random has two numbers, as ${random(1,100)}.");
        }
        Matcher low = NUMBER.matcher(ends[0].strip());
        Matcher high = NUMBER.matcher(ends[1].strip());
        if (!low.matches() || !high.matches()) {
            throw bad(shortened(whole) + ": random has two numbers, as ${random(1,100)}.");
        }
        int digits = Math.max(digits(low), digits(high));
        double scale = Math.pow(10, digits);
        long from = Math.round(Double.parseDouble(low.group()) * scale);
        long to = Math.round(Double.parseDouble(high.group()) * scale);
        if (from > to) {
            throw bad(shortened(whole) + ": the first number is the smaller one.");
        }
        String format = "%." + digits + "f";
        return (out, context) -> {
            long drawn = context.random().nextLong(from, to + 1);
            out.append(digits == 0 ? Long.toString(drawn) : String.format(Locale.ROOT, format, drawn / scale));
        };
    }

    private static int digits(Matcher number) {
        return number.group(1) == null ? 0 : number.group(1).length();
    }

    private static Part choice(String arguments, String whole) {
        if (arguments == null || arguments.isBlank()) {
            throw bad(shortened(whole) + ": choice has the words to choose from, as ${choice(a,b)}.");
        }
        String[] words = arguments.split(",", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].strip();
        }
        return (out, context) -> out.append(words[context.random().nextInt(words.length)]);
    }

    private static AwsError unknown(String whole) {
        return bad("The placeholder " + shortened(whole) + " isn't known. " + KNOWN);
    }

    private static AwsError bad(String message) {
        return AwsError.client("InvalidTemplate", message);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
