package org.aforo.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures sampled during a run, as curves over bench seconds since its start. Written by one thread,
 * read after the run.
 */
public final class Timeline {

    private final Map<String, Track> tracks = new LinkedHashMap<>();

    /** One sampled resource: the curves that its charts are drawn from. */
    public static final class Track {
        private final String kind;
        private final String name;
        private final Map<Figure, Curve> curves = new LinkedHashMap<>();
        private double bufferLimit = Double.NaN;

        Track(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        public String kind() {
            return kind;
        }

        public String name() {
            return name;
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
        RECORDS_IN, RECORDS_OUT, BYTES_IN, BYTES_OUT, BUFFERED, LATENCY_P50, LATENCY_P99
    }

    /** Moments and values. */
    public static final class Curve {
        private double[] seconds = new double[64];
        private double[] values = new double[64];
        private int size;

        void add(double second, double value) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            seconds[size] = second;
            values[size++] = value;
        }

        public double[] seconds() {
            return Arrays.copyOf(seconds, size);
        }

        public double[] values() {
            return Arrays.copyOf(values, size);
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

    void add(String arn, String kind, String name, Figure figure, double second, double value) {
        track(arn, kind, name).curves.computeIfAbsent(figure, k -> new Curve()).add(second, value);
    }

    void bufferLimit(String arn, String kind, String name, double limit) {
        track(arn, kind, name).bufferLimit = limit;
    }

    private Track track(String arn, String kind, String name) {
        return tracks.computeIfAbsent(arn, k -> new Track(kind, name));
    }

    /** What was sampled, in the order it came up. */
    public List<Track> tracks() {
        return new ArrayList<>(tracks.values());
    }
}
