package org.aforo.gateway.internal.control;

import org.aforo.api.meter.Meter;
import tools.jackson.core.JsonGenerator;

/** Writes meters' figures: totals, rates per bench second, latencies in real milliseconds. */
final class MeterJson {

    /** The figures of what has none. */
    static final Meter.Snapshot NOTHING = nothing();

    private static final double NANOS_PER_MILLI = 1e6;

    private MeterJson() {
    }

    private static Meter.Snapshot nothing() {
        Meter.Rate none = new Meter.Rate(0, 0, 0, 0);
        return new Meter.Snapshot(0, 0, 0, 0, none, none, none, new Meter.Latency(0, 0, 0, 0, 0));
    }

    static void write(JsonGenerator gen, Meter.Snapshot figures) {
        gen.writeStartObject();
        gen.writeNumberProperty("records", figures.records());
        gen.writeNumberProperty("bytes", figures.bytes());
        gen.writeNumberProperty("errors", figures.errors());
        gen.writeNumberProperty("throttles", figures.throttles());
        rate(gen, "oneSecond", figures.oneSecond());
        rate(gen, "tenSeconds", figures.tenSeconds());
        rate(gen, "minute", figures.minute());
        Meter.Latency latency = figures.latency();
        gen.writeObjectPropertyStart("latencyMillis");
        gen.writeNumberProperty("count", latency.count());
        Json.number(gen, "p50", latency.p50() / NANOS_PER_MILLI);
        Json.number(gen, "p90", latency.p90() / NANOS_PER_MILLI);
        Json.number(gen, "p99", latency.p99() / NANOS_PER_MILLI);
        Json.number(gen, "max", latency.max() / NANOS_PER_MILLI);
        gen.writeEndObject();
        gen.writeEndObject();
    }

    private static void rate(JsonGenerator gen, String window, Meter.Rate rate) {
        gen.writeObjectPropertyStart(window);
        Json.number(gen, "records", rate.records());
        Json.number(gen, "bytes", rate.bytes());
        Json.number(gen, "errors", rate.errors());
        Json.number(gen, "throttles", rate.throttles());
        gen.writeEndObject();
    }
}
