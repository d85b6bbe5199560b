package org.aforo.headless.internal.cli;

import java.util.ArrayList;
import java.util.List;

import org.aforo.headless.internal.CommandFailure;
import tools.jackson.databind.JsonNode;

/** How a person names a resource. */
final class ResourceName {

    private ResourceName() {
    }

    /** The ARN itself, or that of the one resource of the name or whose ARN ends so: {@code clicks/shard/shardId-…}. */
    static String arn(ControlClient client, String resource) {
        if (resource.startsWith("arn:")) {
            return resource;
        }
        List<String> found = new ArrayList<>();
        for (JsonNode each : client.get("/_aforo/resources").path("resources")) {
            String arn = each.path("arn").asString("");
            if (each.path("name").asString("").equals(resource)
                    || resource.contains("/") && arn.endsWith('/' + resource)) {
                found.add(arn);
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailure("there is no resource '" + resource + "'; see: aforo resources");
        }
        if (found.size() > 1) {
            throw new CommandFailure("there are several resources '" + resource + "', name one by its ARN: "
                    + String.join(" ", found));
        }
        return found.getFirst();
    }
}
