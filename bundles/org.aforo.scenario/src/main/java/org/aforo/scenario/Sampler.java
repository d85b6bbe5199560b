package org.aforo.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Timeline.Figure;
import org.aforo.scenario.internal.produce.PacedProducer;

/** Reads the bench's resources into a timeline. */
final class Sampler {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private final Bench bench;
    private final Timeline timeline = new Timeline();
    private long origin;
    private Instant began;

    Sampler(Bench bench) {
        this.bench = bench;
        begin();
    }

    /** Time on the charts begins now. */
    final void begin() {
        origin = bench.clock().nanos();
        began = bench.clock().now();
    }

    Instant began() {
        return began;
    }

    Timeline timeline() {
        return timeline;
    }

    double seconds() {
        return (bench.clock().nanos() - origin) / NANOS;
    }

    /** Top-level resources: parts such as shards count within them. */
    List<Resource> resources() {
        return bench.services().stream().flatMap(service -> service.resources().stream())
                .filter(resource -> resource.parent().isEmpty()).map(Resource.class::cast).toList();
    }

    /** The buffer that flushes, where the resource has one: one that can tell when age will flush it, or did flush. */
    static Optional<BufferState> flushing(Resource resource) {
        return resource.buffers().stream()
                .filter(buffer -> buffer.flushAt().isPresent() || buffer.last().isPresent()).findFirst();
    }

    void sample() {
        double second = seconds();
        sampleProducers(second);
        for (Resource resource : resources()) {
            var in = resource.in().snapshot();
            var out = resource.out().snapshot();
            add(resource, Figure.RECORDS_IN, second, in.records());
            add(resource, Figure.BYTES_IN, second, in.bytes());
            add(resource, Figure.RECORDS_OUT, second, out.records());
            add(resource, Figure.BYTES_OUT, second, out.bytes());
            latency(resource.arn().toString(), resource.kind(), resource.name() + " delivers", second, out.latency());
            flushing(resource).ifPresent(buffer -> {
                add(resource, Figure.BUFFERED, second, buffer.bytes());
                timeline.bufferLimit(resource.arn().toString(), resource.kind(), resource.name(), buffer.maxBytes());
            });
        }
    }

    /** Producers are no resources of the bench, but note how long their batches take. */
    private void sampleProducers(double second) {
        for (Meter meter : bench.meters().all()) {
            if (meter.owner().startsWith(PacedProducer.METERED)) {
                String name = meter.owner().substring(PacedProducer.METERED.length());
                latency(meter.owner(), "producer", name + " puts", second, meter.snapshot().latency());
            }
        }
    }

    private void latency(String owner, String kind, String name, double second, Meter.Latency latency) {
        if (latency.count() > 0) {
            timeline.add(owner + " latency", kind, name, Figure.LATENCY_P50, second, latency.p50() / MILLIS);
            timeline.add(owner + " latency", kind, name, Figure.LATENCY_P99, second, latency.p99() / MILLIS);
        }
    }

    private void add(Resource resource, Figure figure, double second, double value) {
        timeline.add(resource.arn().toString(), resource.kind(), resource.name(), figure, second, value);
    }
}
