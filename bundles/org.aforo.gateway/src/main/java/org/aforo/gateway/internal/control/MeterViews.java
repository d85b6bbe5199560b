package org.aforo.gateway.internal.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.meter.Meter;

/** {@code GET /metrics}, {@code /metrics/history?arn=}, {@code /metrics/stream} and {@code /metrics/prometheus}. */
final class MeterViews {

    private final Bench bench;
    private final Guard guard;
    private final LiveFeed feed;

    MeterViews(Bench bench, Guard guard, LiveFeed feed) {
        this.bench = bench;
        this.guard = guard;
        this.feed = feed;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/metrics", this::all), new Route("GET", "/metrics/history", this::history),
                new Route("GET", "/metrics/stream", this::follow),
                new Route("GET", "/metrics/prometheus", r -> Answer.text(200,
                        "text/plain; version=0.0.4; charset=utf-8", new Prometheus(bench, guard).text())));
    }

    private Answer follow(ControlRequest request) {
        LiveClient.Filter filter = new LiveClient.Filter(request.query().get("service"), request.query().get("kind"));
        return new Answer.Live("text/event-stream", feed.subscribe(filter, hertz(request.query().get("hz"))));
    }

    private static double hertz(String text) {
        try {
            double hertz = text == null ? LiveFeed.USUAL_HERTZ : Double.parseDouble(text);
            if (hertz >= LiveFeed.LEAST_HERTZ && hertz <= LiveFeed.MOST_HERTZ) {
                return hertz;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Fields.wrong("hz", "a number from 1 to 10");
    }

    private Answer all(ControlRequest request) {
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeName("clock");
            Clocks.write(gen, bench.clock());
            gen.writeArrayPropertyStart("meters");
            for (Meter meter : sorted(bench.meters().all())) {
                gen.writeStartObject();
                gen.writeStringProperty("owner", meter.owner());
                gen.writeStringProperty("name", meter.name());
                gen.writeName("figures");
                Figures.of(meter.snapshot()).write(gen, null);
                gen.writeEndObject();
            }
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private static List<Meter> sorted(Collection<Meter> meters) {
        return meters.stream().sorted(Comparator.comparing(Meter::owner).thenComparing(Meter::name)).toList();
    }

    private Answer history(ControlRequest request) {
        String arn = request.query().get("arn");
        if (arn == null) {
            throw ControlException.bad("arn is missing: /metrics/history?arn=ARN");
        }
        List<Meter> meters = sorted(bench.meters().all().stream().filter(m -> m.owner().equals(arn)).toList());
        if (meters.isEmpty()) {
            throw ControlException.notFound("There is no meter of " + arn + '.');
        }
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeStringProperty("arn", arn);
            gen.writeArrayPropertyStart("meters");
            for (Meter meter : meters) {
                gen.writeStartObject();
                gen.writeStringProperty("name", meter.name());
                gen.writeArrayPropertyStart("samples");
                for (Meter.Sample sample : meter.history()) {
                    gen.writeArray(new long[] {sample.nanos(), sample.records(), sample.bytes(), sample.errors(),
                            sample.throttles()}, 0, 5);
                }
                gen.writeEndArray();
                gen.writeEndObject();
            }
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }
}
