package org.aforo.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures sampled during a run, as curves over bench seconds since its start. Written by one thread,
 * read after the run.
 */
public final class Timeline {

    /** The kind of what is part of another resource: a shard. */
    static final String PART = "part";
    /** The kind of a scenario's consumers. */
    static final String CONSUMER = "consumer";

    private final Map<String, Track> tracks = new LinkedHashMap<>();

    /**
     * What a curve belongs to.
     *
     * @param id ARN or a meter's owner
     */
    record Key(String id, String kind, String name) {
    }

    /** One sampled resource: the curves that its charts are drawn from. */
    public static final class Track {
        private final Key key;
        private final Map<Figure, Curve> curves = new LinkedHashMap<>();
        private double bufferLimit = Double.NaN;

        Track(Key key) {
            this.key = key;
        }

        /** ARN, or a meter's owner. */
        public String id() {
            return key.id();
        }

        /** Whether it is a resource of its own: not a part of one, nor what sends or receives. */
        public boolean whole() {
            return !key.kind().equals(PART) && !key.kind().equals(CONSUMER);
        }

        public String kind() {
            return key.kind();
        }

        public String name() {
            return key.name();
        }

        /** The sampled curve, empty where that figure was never sampled. */
        public Curve curve(Figure figure) {
            return curves.getOrDefault(figure, new Curve());
        }

        /** Bytes at which the buffer flushes; NaN when there is no buffer. */
        public double bufferLimit() {
            return bufferLimit;
        }
    }

    /** What is sampled. */
    public enum Figure {
        RECORDS_IN, RECORDS_OUT, BYTES_IN, BYTES_OUT, ERRORS_IN, ERRORS_OUT, THROTTLES_IN, THROTTLES_OUT, BUFFERED, HELD, LATENCY_P50, LATENCY_P99, DELAY_P50;

        /**
         * The figure of a name.
         *
         * @param what records, bytes, errors or throttles
         */
        public static Figure of(String what, String direction) {
            return valueOf(what.toUpperCase(Locale.ROOT) + "_" + direction.toUpperCase(Locale.ROOT));
        }
    }

    /** Moments and values: the newest, and of many before it every other one, every fourth, and so on. */
    public static final class Curve {
        private static final int MOST = 1 << 13;

        private double[] seconds = new double[64];
        private double[] values = new double[64];
        private int size;
        private int step = 1;
        private int sinceKept;

        void add(double second, double value) {
            if (sinceKept > 0) {
                size--;
            }
            if (size == MOST) {
                halve();
            } else if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            seconds[size] = second;
            values[size++] = value;
            sinceKept = (sinceKept + 1) % step;
        }

        private void halve() {
            size = MOST / 2;
            for (int i = 0; i < size; i++) {
                seconds[i] = seconds[2 * i];
                values[i] = values[2 * i];
            }
            step *= 2;
        }

        public double[] seconds() {
            return Arrays.copyOf(seconds, size);
        }

        public double[] values() {
            return Arrays.copyOf(values, size);
        }

        /** The value at a moment, between two samples in proportion; 0 where there is no sample. */
        public double at(double second) {
            int found = Arrays.binarySearch(seconds, 0, size, second);
            int next = found < 0 ? -found - 1 : found;
            if (size == 0 || next == 0 || next == size) {
                return size == 0 ? 0 : values[Math.min(next, size - 1)];
            }
            double share = (second - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
            return values[next - 1] + share * (values[next] - values[next - 1]);
        }

        /** The curve of a total as units per bench second, each over the span before it. */
        public Curve rate(double span) {
            Curve rate = new Curve();
            for (int i = 1; i < size; i++) {
                double from = Math.max(seconds[0], seconds[i] - span);
                if (seconds[i] > from) {
                    rate.add(seconds[i], Math.max(0, values[i] - at(from)) / (seconds[i] - from));
                }
            }
            return rate;
        }

        /** The curve of a total as units per bench second. */
        public Curve rate() {
            Curve rate = new Curve();
            for (int i = 1; i < size; i++) {
                double span = seconds[i] - seconds[i - 1];
                if (span > 0) {
                    rate.add(seconds[i], Math.max(0, values[i] - values[i - 1]) / span);
                }
            }
            return rate;
        }
    }

    void add(Key key, Figure figure, double second, double value) {
        track(key).curves.computeIfAbsent(figure, k -> new Curve()).add(second, value);
    }

    void bufferLimit(Key key, double limit) {
        track(key).bufferLimit = limit;
    }

    private Track track(Key key) {
        return tracks.computeIfAbsent(key.id(), k -> new Track(key));
    }

    /** What was sampled, in the order it came up. */
    public List<Track> tracks() {
        return new ArrayList<>(tracks.values());
    }
}
