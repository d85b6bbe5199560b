package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Producers;

/**
 * {@code POST /reset?service=}: services forget what they hold, and all producers, recordings and replays
 * stop unless one service is named. Clock, faults and quotas stay as they are.
 */
final class Reset {

    private final Bench bench;

    private final Guard guard;
    private final Supplier<Optional<Producers>> producers;
    private final Traffic traffic;

    Reset(Bench bench, Guard guard, Supplier<Optional<Producers>> producers, Traffic traffic) {
        this.traffic = traffic;
        this.bench = bench;
        this.guard = guard;
        this.producers = producers;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/reset", this::reset));
    }

    private Answer reset(ControlRequest request) throws InterruptedException {
        String only = request.query().get("service");
        List<IngestionService> services = bench.services().stream()
                .filter(s -> only == null || s.descriptor().id().equals(only)).toList();
        if (services.isEmpty() && only != null) {
            throw ControlException.notFound("There is no service " + only + '.');
        }
        if (only == null) {
            producers.get().ifPresent(Producers::clear);
            traffic.clear();
        }
        // those that came last may be fed by those that came first
        services.reversed().forEach(service -> guard.ask(service.descriptor().id(), "reset()", () -> {
            service.reset();
            return service;
        }, e -> service));
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("reset");
            services.forEach(s -> gen.writeString(s.descriptor().id()));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }
}
