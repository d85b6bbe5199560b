package org.aforo.protocol.internal.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Kind;

/** Turns numbers into the type that a shape asks for. */
public final class Numbers {

    /** More digits than this are not a number anyone means; keeps conversions cheap. */
    private static final int MAX_SCALE = 1_000;

    private Numbers() {
    }

    /**
     * A number as a value of {@code kind}.
     *
     * @param truncates whether a fraction is cut off rather than refused
     * @throws AwsError SerializationException when it doesn't fit
     */
    public static Number convert(Number number, Kind kind, boolean truncates) {
        return switch (kind) {
            case BYTE -> (int) within(whole(number, truncates), Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (int) within(whole(number, truncates), Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> (int) within(whole(number, truncates), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(number, truncates);
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BIG_INTEGER -> decimal(number).toBigInteger();
            default -> decimal(number);
        };
    }

    private static long within(long value, long min, long max) {
        if (value < min || value > max) {
            throw PullReader.malformed();
        }
        return value;
    }

    private static long whole(Number number, boolean truncates) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue();
        }
        BigDecimal exact = decimal(number);
        BigDecimal whole = truncates ? exact.setScale(0, RoundingMode.DOWN) : exact;
        try {
            return whole.longValueExact();
        } catch (ArithmeticException e) {
            throw PullReader.malformed();
        }
    }

    private static BigDecimal decimal(Number number) {
        BigDecimal value = switch (number) {
            case BigDecimal d -> d;
            case BigInteger i -> new BigDecimal(i);
            case Double d when !Double.isFinite(d) -> throw PullReader.malformed();
            case Float f when !Float.isFinite(f) -> throw PullReader.malformed();
            case Double d -> BigDecimal.valueOf(d);
            case Float f -> new BigDecimal(f.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw PullReader.malformed();
        }
        return value;
    }

    /** NaN and the infinities, which JSON, XML and headers write as words. */
    public static Number special(String text, Kind kind) {
        double value = switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw AwsError.client("SerializationException",
                    "class java.lang.String can not be converted to an " + kind.title());
        };
        return kind == Kind.FLOAT ? (Number) (float) value : (Number) value;
    }

    /** The word for a number that JSON has no number for, or null. */
    public static String word(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? value > 0 ? "Infinity" : "-Infinity" : null;
    }
}
