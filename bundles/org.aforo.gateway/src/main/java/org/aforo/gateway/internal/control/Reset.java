package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;

/** {@code POST /reset?service=}: services forget what they hold. Clock, faults and quotas stay as they are. */
final class Reset {

    private final Bench bench;

    Reset(Bench bench) {
        this.bench = bench;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/reset", this::reset));
    }

    private Answer reset(ControlRequest request) {
        String only = request.query().get("service");
        List<IngestionService> services = bench.services().stream()
                .filter(s -> only == null || s.descriptor().id().equals(only)).toList();
        if (services.isEmpty() && only != null) {
            throw ControlException.notFound("There is no service " + only + '.');
        }
        // those that came last may be fed by those that came first
        services.reversed().forEach(IngestionService::reset);
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("reset");
            services.forEach(s -> gen.writeString(s.descriptor().id()));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }
}
