package org.aforo.scenario.internal.record;

import java.util.Arrays;

/** How long records were on their way, in milliseconds of bench time, since they were last drawn. Safe for many threads. */
public final class Delays {

    private static final int FIRST = 256;
    /** So many are kept; of more every other one, every fourth, and so on. */
    private static final int MOST = 1 << 14;

    private long[] millis = new long[FIRST];
    private int size;
    private int step = 1;
    private int skipped;

    public synchronized void add(long ofOne) {
        if (++skipped < step) {
            return;
        }
        skipped = 0;
        if (size == MOST) {
            halve();
        } else if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = ofOne;
    }

    private void halve() {
        size = MOST / 2;
        for (int i = 0; i < size; i++) {
            millis[i] = millis[2 * i];
        }
        step *= 2;
    }

    /** What half of them took at most, and begins anew; negative when there was none. */
    public synchronized long drawHalf() {
        Arrays.sort(millis, 0, size);
        long half = size == 0 ? -1 : millis[(size - 1) / 2];
        size = 0;
        step = 1;
        skipped = 0;
        return half;
    }
}
