package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The hash keys from one to another, both of them within. */
public record HashRange(HashKey start, HashKey end) {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(128);

    /** The whole space in {@code count} ranges as even as AWS makes them: what is left over goes to the last. */
    static List<HashRange> split(int count) {
        BigInteger step = ALL.divide(BigInteger.valueOf(count));
        List<HashRange> ranges = new ArrayList<>(count);
        BigInteger start = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            BigInteger next = start.add(step);
            HashKey end = i == count - 1 ? HashKey.MAX : HashKey.of(next.subtract(BigInteger.ONE));
            ranges.add(new HashRange(HashKey.of(start), end));
            start = next;
        }
        return ranges;
    }
}
