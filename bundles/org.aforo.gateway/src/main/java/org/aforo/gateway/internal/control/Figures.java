package org.aforo.gateway.internal.control;

import java.util.Arrays;

import org.aforo.api.meter.Meter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * A meter's figures as they are told: totals, rates per bench second, latencies in real milliseconds; what has a
 * fraction in thousandths. Finer ones would make two looks at a quiet bench differ.
 */
final class Figures {

    /** The figures of what has none. */
    static final Meter.Snapshot NOTHING = nothing();
    private static final SerializableString[] TOTALS = names("records", "bytes", "errors", "throttles");
    private static final SerializableString[] WINDOWS = names("oneSecond", "tenSeconds", "minute");
    private static final SerializableString LATENCY = new SerializedString("latencyMillis");
    private static final SerializableString COUNT = new SerializedString("count");
    private static final SerializableString[] PERCENTILES = names("p50", "p90", "p99", "max");

    private static final int FAILED = 2;
    private static final int RATES = TOTALS.length;
    private static final int NOTED = RATES + TOTALS.length * WINDOWS.length;
    private static final int SIZE = NOTED + 1 + PERCENTILES.length;
    private static final double NANOS_PER_MICRO = 1e3;

    static final Figures NONE = of(NOTHING);

    private final long[] values;

    private Figures(long[] values) {
        this.values = values;
    }

    private static Meter.Snapshot nothing() {
        Meter.Rate none = new Meter.Rate(0, 0, 0, 0);
        return new Meter.Snapshot(0, 0, 0, 0, none, none, none, new Meter.Latency(0, 0, 0, 0, 0));
    }

    private static SerializableString[] names(String... names) {
        return Arrays.stream(names).map(SerializedString::new).toArray(SerializableString[]::new);
    }

    static Figures of(Meter.Snapshot told) {
        long[] values = {told.records(), told.bytes(), told.errors(), told.throttles(),
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, told.latency().count(), micros(told.latency().p50()),
                micros(told.latency().p90()), micros(told.latency().p99()), micros(told.latency().max())};
        put(values, 0, told.oneSecond());
        put(values, 1, told.tenSeconds());
        put(values, 2, told.minute());
        return new Figures(values);
    }

    /** A meter's now, the rates over more than a second as they were; all of it where something failed meanwhile. */
    static Figures of(Meter meter, Figures before) {
        Figures now = of(meter.glance());
        if (!now.same(before, FAILED, RATES)) {
            return of(meter.snapshot());
        }
        int longer = RATES + TOTALS.length;
        System.arraycopy(before.values, longer, now.values, longer, NOTED - longer);
        return now;
    }

    private static void put(long[] values, int window, Meter.Rate rate) {
        int at = RATES + TOTALS.length * window;
        values[at] = Json.thousandths(rate.records());
        values[at + 1] = Json.thousandths(rate.bytes());
        values[at + 2] = Json.thousandths(rate.errors());
        values[at + 3] = Json.thousandths(rate.throttles());
    }

    /** Thousandths of a millisecond. */
    private static long micros(long nanos) {
        return Math.round(nanos / NANOS_PER_MICRO);
    }

    /** Whether nothing flowed within any window. */
    boolean isStill() {
        return same(NONE, RATES, NOTED);
    }

    /**
     * Writes them.
     *
     * @param before what is known of them already, and therefore left out; null for nothing
     */
    void write(JsonGenerator gen, Figures before) {
        gen.writeStartObject();
        for (int i = 0; i < TOTALS.length; i++) {
            if (!same(before, i, i + 1)) {
                whole(gen, TOTALS[i], i);
            }
        }
        for (int i = 0; i < WINDOWS.length; i++) {
            window(gen, i, before);
        }
        latency(gen, before);
        gen.writeEndObject();
    }

    private void window(JsonGenerator gen, int window, Figures before) {
        int at = RATES + TOTALS.length * window;
        if (!same(before, at, at + TOTALS.length)) {
            gen.writeName(WINDOWS[window]);
            gen.writeStartObject();
            thousandths(gen, TOTALS, at, before);
            gen.writeEndObject();
        }
    }

    private void latency(JsonGenerator gen, Figures before) {
        if (!same(before, NOTED, SIZE)) {
            gen.writeName(LATENCY);
            gen.writeStartObject();
            if (!same(before, NOTED, NOTED + 1)) {
                whole(gen, COUNT, NOTED);
            }
            thousandths(gen, PERCENTILES, NOTED + 1, before);
            gen.writeEndObject();
        }
    }

    private void whole(JsonGenerator gen, SerializableString name, int at) {
        gen.writeName(name);
        gen.writeNumber(values[at]);
    }

    private void thousandths(JsonGenerator gen, SerializableString[] names, int from, Figures before) {
        for (int i = 0; i < names.length; i++) {
            if (!same(before, from + i, from + i + 1)) {
                gen.writeName(names[i]);
                Json.thousandths(gen, values[from + i]);
            }
        }
    }

    private boolean same(Figures other, int from, int to) {
        return other != null && Arrays.equals(values, from, to, other.values, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
