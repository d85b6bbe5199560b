package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;

/** {@code GET /health}: that the bench is up, for how long, and with what. */
final class Health {

    private final Bench bench;
    private final String version;
    private final long startedReal = System.nanoTime();
    private final long startedBench;

    Health(Bench bench, String version) {
        this.bench = bench;
        this.version = version;
        this.startedBench = bench.clock().nanos();
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/health", this::get));
    }

    private Answer get(ControlRequest request) {
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeStringProperty("status", "UP");
            gen.writeStringProperty("version", version);
            gen.writeNumberProperty("uptimeSeconds", (System.nanoTime() - startedReal) / 1e9);
            gen.writeNumberProperty("benchUptimeSeconds", (bench.clock().nanos() - startedBench) / 1e9);
            gen.writeArrayPropertyStart("services");
            for (IngestionService service : bench.services()) {
                ServiceDescriptor who = service.descriptor();
                gen.writeStartObject();
                gen.writeStringProperty("id", who.id());
                gen.writeStringProperty("title", who.title());
                gen.writeStringProperty("description", who.description());
                gen.writeEndObject();
            }
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }
}
