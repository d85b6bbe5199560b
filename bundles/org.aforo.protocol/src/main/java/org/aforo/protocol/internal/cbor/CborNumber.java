package org.aforo.protocol.internal.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.aforo.protocol.internal.tree.PullReader;

/** CBOR's numbers: of up to 64 bits, of any length, and with a fraction. */
final class CborNumber {

    /** Longer ones would cost more to convert than they can mean. */
    private static final int MAX_BYTES = 256;
    private static final int MAX_SCALE = 1_000;
    private static final int PAIR = CborInput.LIST << 5 | 2;

    private CborNumber() {
    }

    /** A Long, or a BigInteger when it doesn't fit one. */
    static Number whole(CborInput in, int head) {
        long value = in.argument(head);
        boolean negative = CborInput.major(head) == CborInput.NEGATIVE;
        if (value >= 0) {
            return negative ? ~value : value;
        }
        BigInteger big = new BigInteger(Long.toUnsignedString(value));
        return negative ? big.not() : big;
    }

    /** A Float or Double. */
    static Number decimal(CborInput in, int head) {
        int info = CborInput.info(head);
        long bits = in.argument(head);
        return switch (info) {
            case 25 -> (Number) Float.float16ToFloat((short) bits);
            case 26 -> (Number) Float.intBitsToFloat((int) bits);
            default -> (Number) Double.longBitsToDouble(bits);
        };
    }

    /** What a tag makes a number of: a BigInteger, or a BigDecimal. */
    static Number tagged(CborInput in, long tag) {
        if (tag != CborInput.DECIMAL) {
            return big(in, tag);
        }
        if (in.head() != PAIR || !(integer(in) instanceof Long exponent) || Math.abs(exponent) > MAX_SCALE) {
            throw PullReader.malformed();
        }
        BigInteger digits = switch (integer(in)) {
            case BigInteger b -> b;
            case Number n -> BigInteger.valueOf(n.longValue());
        };
        return new BigDecimal(digits, (int) -exponent);
    }

    private static Number integer(CborInput in) {
        int head = in.head();
        return switch (CborInput.major(head)) {
            case CborInput.UNSIGNED, CborInput.NEGATIVE -> whole(in, head);
            case CborInput.TAG -> big(in, in.argument(head));
            default -> throw PullReader.malformed();
        };
    }

    private static BigInteger big(CborInput in, long tag) {
        int head = in.head();
        if (tag != CborInput.BIG_POSITIVE && tag != CborInput.BIG_NEGATIVE
                || CborInput.major(head) != CborInput.BYTES) {
            throw PullReader.malformed();
        }
        CborInput.Text text = in.text(head);
        if (text.to() - text.from() > MAX_BYTES) {
            throw PullReader.malformed();
        }
        BigInteger value = new BigInteger(1, text.bytes(), text.from(), text.to() - text.from());
        return tag == CborInput.BIG_NEGATIVE ? value.not() : value;
    }
}
