package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** {@code GET /health?lang=}: that the bench is up, for how long, and with what. */
final class Health {

    private final Bench bench;
    private final Guard guard;
    private final String version;
    private final long startedReal = System.nanoTime();
    private final long startedBench;

    Health(Bench bench, Guard guard, String version) {
        this.bench = bench;
        this.guard = guard;
        this.version = version;
        this.startedBench = bench.clock().nanos();
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/health", this::get));
    }

    private Answer get(ControlRequest request) {
        String language = request.query().get("lang");
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeStringProperty("status", "UP");
            gen.writeStringProperty("version", version);
            gen.writeNumberProperty("uptimeSeconds", (System.nanoTime() - startedReal) / 1e9);
            gen.writeNumberProperty("benchUptimeSeconds", (bench.clock().nanos() - startedBench) / 1e9);
            gen.writeArrayPropertyStart("services");
            for (IngestionService service : bench.services()) {
                ServiceDescriptor who = guard.ask(service.getClass().getName(), "descriptor()", service::descriptor,
                        e -> new ServiceDescriptor(service.getClass().getName(), "", e));
                Bundle bundle = FrameworkUtil.getBundle(service.getClass());
                gen.writeStartObject();
                gen.writeStringProperty("id", who.id());
                gen.writeStringProperty("title", who.title());
                gen.writeStringProperty("description", who.description().in(language));
                gen.writeObjectPropertyStart("words");
                who.words().forEach(word -> gen.writeStringProperty(word.english(), word.in(language)));
                gen.writeEndObject();
                gen.writeStringProperty("bundle", bundle == null ? null : bundle.getSymbolicName());
                gen.writeStringProperty("bundleVersion", bundle == null ? null : bundle.getVersion().toString());
                gen.writeEndObject();
            }
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }
}
