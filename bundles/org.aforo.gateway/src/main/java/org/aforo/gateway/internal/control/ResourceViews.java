package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.Resource;

/** {@code GET /resources?service=&kind=&arn=}: the resources of all services, parents before children. */
final class ResourceViews {

    private final Bench bench;

    ResourceViews(Bench bench) {
        this.bench = bench;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/resources", this::get));
    }

    private Answer get(ControlRequest request) {
        Map<String, String> found = Snapshots.resources(bench,
                (service, resource) -> matches(request.query(), service, resource));
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("resources");
            found.values().forEach(gen::writeRawValue);
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private static boolean matches(Map<String, String> query, String service, Resource resource) {
        return query.getOrDefault("service", service).equals(service)
                && query.getOrDefault("kind", resource.kind()).equals(resource.kind())
                && (!query.containsKey("arn") || query.get("arn").equals(resource.arn().toString()));
    }
}
