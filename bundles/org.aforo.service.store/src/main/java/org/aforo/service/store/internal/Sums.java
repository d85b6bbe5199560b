package org.aforo.service.store.internal;

import java.util.Map;

import org.aforo.service.store.internal.checksum.Sum;

/** Checksums as headers: the rest of their names after {@code x-amz-checksum-}. */
public final class Sums {

    private Sums() {
    }

    /** Value and type. */
    public static Map<String, String> headers(Sum sum) {
        return sum == null ? Map.of() : Map.of(sum.algorithm().suffix(), sum.value(), "type", sum.type());
    }

    /** The value alone, as parts have it. */
    public static Map<String, String> value(Sum sum) {
        return sum == null ? Map.of() : Map.of(sum.algorithm().suffix(), sum.value());
    }
}
