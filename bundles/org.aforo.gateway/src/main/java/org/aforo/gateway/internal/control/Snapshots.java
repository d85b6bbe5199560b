package org.aforo.gateway.internal.control;

import java.util.LinkedHashMap;
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
     * The resources as JSON, by ARN, in the services' order. A plug-in whose resources can't be read (it may be
     * just going) doesn't hide the others': it is listed under its id with what it threw.
     */
    static Map<String, String> resources(Bench bench, BiPredicate<String, Resource> which) {
        Map<String, String> all = new LinkedHashMap<>();
        for (IngestionService service : bench.services()) {
            String id = service.descriptor().id();
            try {
                for (Resource resource : service.resources()) {
                    if (which.test(id, resource)) {
                        all.put(resource.arn().toString(),
                                Json.text(gen -> ResourceJson.write(gen, id, resource)));
                    }
                }
            } catch (RuntimeException e) {
                all.put(id, Json.text(gen -> {
                    gen.writeStartObject();
                    gen.writeStringProperty("service", id);
                    gen.writeStringProperty("failure", String.valueOf(e));
                    gen.writeEndObject();
                }));
            }
        }
        return all;
    }
}
