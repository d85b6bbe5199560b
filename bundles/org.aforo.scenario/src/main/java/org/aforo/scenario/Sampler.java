package org.aforo.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Scenario.Expectation.Metered;
import org.aforo.scenario.Timeline.Figure;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.PacedProducer;
import org.aforo.scenario.internal.record.Named;

/** Reads the bench's resources into a timeline. */
final class Sampler {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private final Bench bench;
    private final Timeline timeline = new Timeline();
    private final List<Named> parts;
    private List<Consumer> consumers;
    private long origin;
    private Instant began;

    /** @param scenario what it looks at is sampled even if it is a part of another resource, such as a shard */
    Sampler(Bench bench, Scenario scenario) {
        this.bench = bench;
        Stream<String> charted = scenario.charts().stream().flatMap(chart -> chart.of().stream());
        Stream<String> expected = scenario.expectations().stream()
                .flatMap(each -> each instanceof Metered metered ? Stream.of(metered.of()) : Stream.empty());
        this.parts = Stream.concat(charted, expected).distinct().map(Named::new).toList();
        begin(List.of());
    }

    /**
     * Time on the charts begins now.
     *
     * @param followed whose delays are sampled
     */
    final void begin(List<Consumer> followed) {
        consumers = followed;
        origin = bench.clock().nanos();
        began = bench.clock().now();
    }

    Instant began() {
        return began;
    }

    /** By the bench clock's nanoseconds. */
    long origin() {
        return origin;
    }

    Timeline timeline() {
        return timeline;
    }

    double seconds() {
        return (bench.clock().nanos() - origin) / NANOS;
    }

    /** Top-level resources: parts such as shards count within them. */
    List<Resource> resources() {
        return all().filter(resource -> resource.parent().isEmpty()).toList();
    }

    private Stream<Resource> all() {
        return bench.services().stream().flatMap(service -> service.resources().stream()).map(Resource.class::cast);
    }

    /** The buffer that flushes, where the resource has one: one that can tell when age will flush it, or did flush. */
    static Optional<BufferState> flushing(Resource resource) {
        return resource.buffers().stream()
                .filter(buffer -> buffer.flushAt().isPresent() || buffer.last().isPresent()).findFirst();
    }

    void sample() {
        double second = seconds();
        sampleEnds(second);
        all().filter(resource -> resource.parent().isEmpty() || parts.stream().anyMatch(part -> part.fits(resource)))
                .forEach(resource -> sample(resource, second));
    }

    private void sample(Resource resource, double second) {
        boolean whole = resource.parent().isEmpty();
        Timeline.Key key = new Timeline.Key(resource.arn().toString(), whole ? resource.kind() : Timeline.PART,
                resource.name());
        var in = resource.in().snapshot();
        var out = resource.out().snapshot();
        figures(key, second, true, in);
        figures(key, second, false, out);
        if (whole) {
            latency(resource.arn().toString(), resource.kind(), resource.name() + " delivers", second, out.latency());
        }
        long held = resource.buffers().stream().mapToLong(BufferState::records).sum();
        timeline.add(key, Figure.HELD, second, held);
        flushing(resource).ifPresent(buffer -> {
            timeline.add(key, Figure.BUFFERED, second, buffer.bytes());
            timeline.bufferLimit(key, buffer.maxBytes());
        });
    }

    /** Producers and consumers are no resources of the bench, but have meters. Delays are those since the last sample. */
    private void sampleEnds(double second) {
        for (Meter meter : bench.meters().all()) {
            if (meter.owner().startsWith(PacedProducer.METERED)) {
                String name = meter.owner().substring(PacedProducer.METERED.length());
                latency(meter.owner(), "producer", name + " puts", second, meter.snapshot().latency());
            } else if (meter.owner().startsWith(Consumer.METERED)) {
                figures(key(meter.owner().substring(Consumer.METERED.length())), second, true, meter.snapshot());
            }
        }
        for (Consumer consumer : consumers) {
            long half = consumer.delays().drawHalf();
            if (half >= 0) {
                timeline.add(key(consumer.name()), Figure.DELAY_P50, second, half);
            }
        }
    }

    private static Timeline.Key key(String consumer) {
        return new Timeline.Key(Consumer.METERED + consumer, Timeline.CONSUMER, consumer);
    }

    private void figures(Timeline.Key key, double second, boolean in, Meter.Snapshot figures) {
        timeline.add(key, in ? Figure.RECORDS_IN : Figure.RECORDS_OUT, second, figures.records());
        timeline.add(key, in ? Figure.BYTES_IN : Figure.BYTES_OUT, second, figures.bytes());
        timeline.add(key, in ? Figure.ERRORS_IN : Figure.ERRORS_OUT, second, figures.errors());
        timeline.add(key, in ? Figure.THROTTLES_IN : Figure.THROTTLES_OUT, second, figures.throttles());
    }

    private void latency(String owner, String kind, String name, double second, Meter.Latency latency) {
        if (latency.count() > 0) {
            Timeline.Key key = new Timeline.Key(owner + " latency", kind, name);
            timeline.add(key, Figure.LATENCY_P50, second, latency.p50() / MILLIS);
            timeline.add(key, Figure.LATENCY_P99, second, latency.p99() / MILLIS);
        }
    }
}
