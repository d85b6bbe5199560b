package org.aforo.client;

import java.util.Arrays;

import org.aforo.client.History.Measure;

/**
 * What one resource did in a {@link Segment}: a column a measure, made when there is something to put into it. A cell
 * without a value is a zero for a rate, and for a level (as a latency) the same as before.
 */
sealed interface Block {

    int MEASURES = Measure.values().length;

    /** What stands where nothing was put. */
    static float blank(int measure) {
        return level(measure) ? Float.NaN : 0;
    }

    /** Whether a measure lasts until it is told anew; a rate doesn't. */
    static boolean level(int measure) {
        return measure >= Measure.LATENCY_P50.ordinal();
    }

    /** Puts a value, and tells how many bytes that took. */
    int put(int measure, int at, float low, float high);

    float low(int measure, int at);

    float high(int measure, int at);

    boolean has(int measure);

    /** Bytes of its columns. */
    int bytes();

    /** Each sample as it was. */
    final class Fine implements Block {

        private static final int COLUMN = Segment.SIZE * Float.BYTES + 16;

        private final float[][] columns = new float[MEASURES][];

        @Override
        public int put(int measure, int at, float low, float high) {
            int grown = 0;
            if (columns[measure] == null) {
                columns[measure] = new float[Segment.SIZE];
                Arrays.fill(columns[measure], blank(measure));
                grown = COLUMN;
            }
            columns[measure][at] = high;
            return grown;
        }

        @Override
        public float low(int measure, int at) {
            return columns[measure][at];
        }

        @Override
        public float high(int measure, int at) {
            return columns[measure][at];
        }

        @Override
        public boolean has(int measure) {
            return columns[measure] != null;
        }

        @Override
        public int bytes() {
            return (int) Arrays.stream(columns).filter(column -> column != null).count() * COLUMN;
        }
    }

    /**
     * The least and the greatest of several samples, each as the upper half of a float without its sign: within
     * 0.2 %, and exact for whole numbers up to 512.
     */
    final class Coarse implements Block {

        private static final int COLUMNS = 2 * (Segment.SIZE * Short.BYTES + 16);

        private final short[][] lows = new short[MEASURES][];
        private final short[][] highs = new short[MEASURES][];

        @Override
        public int put(int measure, int at, float low, float high) {
            int grown = 0;
            if (lows[measure] == null) {
                lows[measure] = new short[Segment.SIZE];
                highs[measure] = new short[Segment.SIZE];
                Arrays.fill(lows[measure], pack(blank(measure)));
                Arrays.fill(highs[measure], pack(blank(measure)));
                grown = COLUMNS;
            }
            lows[measure][at] = pack(low);
            highs[measure][at] = pack(high);
            return grown;
        }

        @Override
        public float low(int measure, int at) {
            return unpack(lows[measure][at]);
        }

        @Override
        public float high(int measure, int at) {
            return unpack(highs[measure][at]);
        }

        @Override
        public boolean has(int measure) {
            return lows[measure] != null;
        }

        @Override
        public int bytes() {
            return (int) Arrays.stream(lows).filter(column -> column != null).count() * COLUMNS;
        }

        /** Rounds; never negative. */
        static short pack(float value) {
            return Float.isNaN(value) ? (short) 0xFFFF
                    : (short) (Float.floatToIntBits(Math.max(0, value)) + (1 << 14) >>> 15);
        }

        static float unpack(short packed) {
            return Float.intBitsToFloat((packed & 0xFFFF) << 15);
        }
    }
}
