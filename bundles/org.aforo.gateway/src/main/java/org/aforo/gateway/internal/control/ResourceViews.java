package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;

/**
 * {@code GET /resources?service=&kind=&arn=}: the resources of all services, parents before children.
 * {@code POST /resources/empty}: removes what is in one.
 */
final class ResourceViews {

    private final Bench bench;

    private final Guard guard;

    ResourceViews(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/resources", this::get),
                new Route("POST", "/resources/empty", this::empty));
    }

    private Answer get(ControlRequest request) {
        Map<String, String> found = Snapshots.resources(bench, guard,
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

    private Answer empty(ControlRequest request) throws IOException, InterruptedException {
        Arn arn = RecordViews.arn(request.json().only("arn").text("arn"));
        IngestionService service = bench.services().stream()
                .filter(s -> s.descriptor().id().equals(arn.service())).findFirst()
                .orElseThrow(() -> ControlException.notFound("There is no service " + arn.service() + '.'));
        long removed = service.empty(arn);
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeNumberProperty("removed", removed);
            gen.writeEndObject();
        });
    }
}
