package org.aforo.scenario.internal.expect;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Scenario.Window;
import org.aforo.scenario.Timeline;
import org.aforo.scenario.Timeline.Curve;
import org.aforo.scenario.Timeline.Figure;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.record.Named;

/** Looks at what resources and consumers counted. All that a name with a wildcard fits count together. */
final class MeterCheck {

    private static final double NANOS = 1e9;

    private final Bench bench;
    private final Timeline timeline;

    MeterCheck(Bench bench, Timeline timeline) {
        this.bench = bench;
        this.timeline = timeline;
    }

    Finding find(Expectation.Metered expected) throws IOException {
        boolean in = expected.direction().equals("in");
        Map<String, Meter> meters = new LinkedHashMap<>();
        consumers(expected.of()).forEach(meter -> meters.put(meter.owner(), meter));
        if (meters.isEmpty()) {
            resources(expected.of())
                    .forEach(resource -> meters.put(resource.arn().toString(), in ? resource.in() : resource.out()));
        }
        if (meters.isEmpty()) {
            throw new IOException("there is no resource " + expected.of());
        }
        long found = 0;
        for (Map.Entry<String, Meter> each : meters.entrySet()) {
            found += expected.between() == null ? total(each.getValue(), expected.figure())
                    : between(each.getKey(), expected);
        }
        return Finding.within(found, expected.atLeast(), expected.atMost());
    }

    private List<Resource> resources(String name) {
        Named named = new Named(name);
        return bench.services().stream().flatMap(service -> service.resources().stream()).map(Resource.class::cast)
                .filter(named::fits).limit(name.contains("*") ? Long.MAX_VALUE : 1).toList();
    }

    private List<Meter> consumers(String name) {
        Named named = new Named(Consumer.METERED + name);
        return bench.meters().all().stream().filter(meter -> named.fits(meter.owner())).toList();
    }

    private static long total(Meter meter, String figure) {
        Meter.Snapshot figures = meter.snapshot();
        return switch (figure) {
            case "records" -> figures.records();
            case "bytes" -> figures.bytes();
            case "errors" -> figures.errors();
            default -> figures.throttles();
        };
    }

    private long between(String id, Expectation.Metered expected) {
        Window window = expected.between();
        Curve curve = timeline.tracks().stream().filter(track -> track.id().equals(id)).findFirst()
                .map(track -> track.curve(Figure.of(expected.figure(), expected.direction()))).orElseGet(Curve::new);
        return Math.round(curve.at(window.to().toNanos() / NANOS) - curve.at(window.from().toNanos() / NANOS));
    }

    Finding find(Expectation.Delay expected) throws IOException {
        Meter.Latency latency = consumers(expected.of()).stream().findFirst()
                .orElseThrow(() -> new IOException("there is no consumer " + expected.of())).snapshot().latency();
        if (latency.count() == 0) {
            return new Finding("it received nothing", "");
        }
        long real = switch (expected.percentile()) {
            case 50 -> latency.p50();
            case 90 -> latency.p90();
            case 99 -> latency.p99();
            default -> latency.max();
        };
        Duration found = Duration.ofNanos((long) (real * bench.clock().scale()));
        boolean holds = (expected.atLeast() == null || found.compareTo(expected.atLeast()) >= 0)
                && (expected.atMost() == null || found.compareTo(expected.atMost()) <= 0);
        String shown = String.format(Locale.ROOT, "%,d ms", found.toMillis());
        return new Finding(holds ? "" : "found " + shown, shown);
    }
}
