package org.aforo.service.streams.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one shard's sequence numbers. Each is the shard's constant plus {@code place * 2^80} plus
 * {@code seconds * 2^36}; the sum is made in limbs of nine decimal digits, so that a number costs a few
 * multiplications and its text, and no big-number arithmetic.
 *
 * @see SequenceNumber
 */
final class SequenceFormat {

    private static final int LIMBS = 7;
    /** Limbs that change from one number to the next; the upper three seldom do. */
    private static final int LOWER = 4;
    private static final int DIGITS = 9;
    private static final long BASE = 1_000_000_000L;
    /** 2^36 and 2^80 in limbs, lowest first. */
    private static final long[] SECONDS_UNIT = limbs(BigInteger.ONE.shiftLeft(36), 2);
    private static final long[] PLACE_UNIT = limbs(BigInteger.ONE.shiftLeft(80), 3);

    /** Two digits at a time. */
    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final short[] PAIRS = new short[100];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (short) ('0' + i / 10 << 8 | '0' + i % 10);
        }
    }

    private final long[] constant;
    /** Racy on purpose: who misses it makes it again. */
    private Upper upper = Upper.NONE;

    /**
     * @param created when the shard was made, in seconds since the epoch
     * @param shard   its index
     */
    SequenceFormat(long created, int shard) {
        BigInteger value = BigInteger.TWO.shiftLeft(184)
                .or(BigInteger.valueOf(created).shiftLeft(148))
                .or(BigInteger.valueOf(shard & 0xF).shiftLeft(144))
                .or(BigInteger.valueOf(shard).shiftLeft(4))
                .or(BigInteger.TWO);
        constant = limbs(value, LIMBS);
    }

    /** The number of the record at a place that came in at a second. */
    String format(long place, long seconds) {
        long[] sum = constant.clone();
        addProduct(sum, seconds, SECONDS_UNIT);
        addProduct(sum, place, PLACE_UNIT);
        carry(sum);
        return text(sum);
    }

    /** At most five products, each below 10^18, meet in a limb: it holds them until they are carried. */
    private static void addProduct(long[] sum, long factor, long[] unit) {
        long rest = factor;
        for (int i = 0; rest != 0; i++) {
            long limb = rest % BASE;
            rest /= BASE;
            for (int j = 0; j < unit.length; j++) {
                sum[i + j] += limb * unit[j];
            }
        }
    }

    private static void carry(long[] sum) {
        for (int i = 0; i < LIMBS - 1; i++) {
            long carry = sum[i] / BASE;
            sum[i] -= carry * BASE;
            sum[i + 1] += carry;
        }
    }

    private String text(long[] sum) {
        Upper known = upper;
        if (known.a != sum[LOWER] || known.b != sum[LOWER + 1] || known.c != sum[LOWER + 2]) {
            known = Upper.of(sum);
            upper = known;
        }
        byte[] text = Arrays.copyOf(known.text, known.text.length + LOWER * DIGITS);
        digits(sum, 0, LOWER, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes limbs to the end of a text. */
    private static void digits(long[] limbs, int from, int to, byte[] text) {
        int at = text.length;
        for (int i = from; i < to; i++) {
            int limb = (int) limbs[i];
            for (int j = 0; j < DIGITS / 2; j++) {
                int rest = limb / 100;
                at -= 2;
                PAIR.set(text, at, PAIRS[limb - rest * 100]);
                limb = rest;
            }
            text[--at] = (byte) ('0' + limb);
        }
    }

    /** The upper limbs and their text, which is the same in millions of numbers in a row. */
    private record Upper(long a, long b, long c, byte[] text) {

        static final Upper NONE = new Upper(-1, -1, -1, new byte[0]);

        static Upper of(long[] sum) {
            byte[] text = new byte[(LIMBS - LOWER) * DIGITS];
            digits(sum, LOWER, LIMBS, text);
            int start = 0;
            while (text[start] == '0') {
                start++;
            }
            return new Upper(sum[LOWER], sum[LOWER + 1], sum[LOWER + 2], Arrays.copyOfRange(text, start, text.length));
        }
    }

    private static long[] limbs(BigInteger value, int count) {
        long[] limbs = new long[count];
        BigInteger rest = value;
        BigInteger base = BigInteger.valueOf(BASE);
        for (int i = 0; i < count; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            limbs[i] = parts[1].longValue();
            rest = parts[0];
        }
        return limbs;
    }
}
