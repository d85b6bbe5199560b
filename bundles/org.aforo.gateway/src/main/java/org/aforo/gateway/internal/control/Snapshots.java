package org.aforo.gateway.internal.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;

/** What all resources look like now. */
final class Snapshots {

    private Snapshots() {
    }

    /**
     * The resources as JSON, by ARN, in the services' order. What a plug-in throws doesn't hide the others': the
     * resource, or the service, is there as {@code BROKEN} with what was thrown.
     */
    static Map<String, String> resources(Bench bench, Guard guard, BiPredicate<String, Resource> which) {
        Map<String, String> all = new LinkedHashMap<>();
        for (IngestionService service : bench.services()) {
            String name = service.getClass().getName();
            String id = guard.ask(name, "descriptor()", () -> service.descriptor().id(), e -> name);
            for (Resource resource : resources(guard, service, id)) {
                String arn = arn(guard, id, resource);
                if (guard.ask(arn, "a getter", () -> which.test(id, resource), e -> true)) {
                    all.put(arn, json(guard, id, arn, resource));
                }
            }
        }
        return all;
    }

    /** What a service holds; that it can't tell stands for it otherwise. */
    static Collection<? extends Resource> resources(Guard guard, IngestionService service, String id) {
        return guard.<Collection<? extends Resource>>ask(id, "resources()", service::resources,
                e -> List.of(new BrokenService(id, e)));
    }

    static String arn(Guard guard, String service, Resource resource) {
        return guard.ask(service + ' ' + resource.getClass().getName(), "arn()", () -> resource.arn().toString(),
                e -> BrokenService.arn(service, resource.getClass().getSimpleName()).toString());
    }

    private static String json(Guard guard, String service, String arn, Resource resource) {
        Look look = guard.ask(arn, "a getter", () -> Look.of(resource), e -> Look.broken(arn, resource, e));
        String kind = kind(guard, arn, resource);
        return Json.text(gen -> ResourceJson.write(gen, service, arn, kind, look));
    }

    static String kind(Guard guard, String arn, Resource resource) {
        return guard.ask(arn, "kind()", resource::kind, e -> "resource");
    }
}
