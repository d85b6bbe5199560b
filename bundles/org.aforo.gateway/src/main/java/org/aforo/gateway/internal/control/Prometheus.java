package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;

/**
 * The bench's figures in Prometheus's text format 0.0.4.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class Prometheus {

    private record MeterRow(String labels, Meter.Snapshot figures) {
    }

    private record BufferRow(String labels, BufferState buffer) {
    }

    private final Bench bench;
    private final Guard guard;
    private final List<MeterRow> meters = new ArrayList<>();
    private final List<BufferRow> buffers = new ArrayList<>();
    private final StringBuilder out = new StringBuilder(4096);

    Prometheus(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    String text() {
        gather();
        counter("aforo_records_total", "Records that passed.", Meter.Snapshot::records);
        counter("aforo_bytes_total", "Bytes that passed.", Meter.Snapshot::bytes);
        counter("aforo_errors_total", "Failures other than throttles.", Meter.Snapshot::errors);
        counter("aforo_throttles_total", "Refusals for a limit's sake.", Meter.Snapshot::throttles);
        latency();
        gauge("aforo_buffer_bytes", "Bytes a buffer holds.", BufferState::bytes);
        gauge("aforo_buffer_max_bytes", "Bytes at which a buffer flushes or throttles.", b -> limit(b.maxBytes()));
        gauge("aforo_buffer_records", "Records a buffer holds.", BufferState::records);
        gauge("aforo_buffer_oldest_seconds", "Age of the oldest record held, in bench time.",
                b -> b.oldest().toNanos() / 1e9);
        family("aforo_clock_seconds", "gauge", "The bench's time, in seconds since the epoch.");
        sample("aforo_clock_seconds", "", bench.clock().millis() / 1e3);
        family("aforo_clock_scale", "gauge", "Bench seconds per real second.");
        sample("aforo_clock_scale", "", bench.clock().scale());
        return out.toString();
    }

    private void gather() {
        Set<String> shown = new HashSet<>();
        for (IngestionService service : bench.services()) {
            String name = service.getClass().getName();
            String id = guard.ask(name, "descriptor()", () -> service.descriptor().id(), e -> name);
            for (Resource resource : Snapshots.resources(guard, service, id)) {
                guard.ask(Snapshots.arn(guard, id, resource), "a getter", () -> {
                    resource(id, resource, shown);
                    return resource;
                }, e -> resource);
            }
        }
        for (Meter meter : bench.meters().all()) {
            meter(labels("", "", meter.owner()), meter, shown);
        }
    }

    private void resource(String service, Resource resource, Set<String> shown) {
        String labels = labels(service, resource.kind(), resource.arn().toString());
        meter(labels, resource.in(), shown);
        meter(labels, resource.out(), shown);
        resource.buffers().forEach(b -> buffers.add(
                new BufferRow(labels + ",buffer=\"" + escape(b.name()) + '"', b)));
    }

    private void meter(String labels, Meter meter, Set<String> shown) {
        if (shown.add(meter.owner() + '\n' + meter.name())) {
            meters.add(new MeterRow(labels + ",direction=\"" + escape(meter.name()) + '"', meter.snapshot()));
        }
    }

    private static String labels(String service, String kind, String resource) {
        return "service=\"" + escape(service) + "\",kind=\"" + escape(kind) + "\",resource=\"" + escape(resource)
                + '"';
    }

    static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private void counter(String name, String help, ToDoubleFunction<Meter.Snapshot> figure) {
        family(name, "counter", help);
        meters.forEach(row -> sample(name, row.labels(), figure.applyAsDouble(row.figures())));
    }

    private void gauge(String name, String help, ToDoubleFunction<BufferState> figure) {
        family(name, "gauge", help);
        buffers.forEach(row -> sample(name, row.labels(), figure.applyAsDouble(row.buffer())));
    }

    private void latency() {
        String name = "aforo_latency_seconds";
        family(name, "summary", "How long it took, in real time.");
        for (MeterRow row : meters) {
            Meter.Latency latency = row.figures().latency();
            if (latency.count() > 0) {
                sample(name, row.labels() + ",quantile=\"0.5\"", latency.p50() / 1e9);
                sample(name, row.labels() + ",quantile=\"0.9\"", latency.p90() / 1e9);
                sample(name, row.labels() + ",quantile=\"0.99\"", latency.p99() / 1e9);
                sample(name + "_count", row.labels(), latency.count());
            }
        }
    }

    private void family(String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, double value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(number(value)).append('\n');
    }

    private static double limit(long value) {
        return value == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : value;
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}
