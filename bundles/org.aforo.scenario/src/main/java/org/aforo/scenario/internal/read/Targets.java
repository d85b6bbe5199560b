package org.aforo.scenario.internal.read;

import java.util.List;
import java.util.stream.Collectors;

import org.aforo.scenario.Scenario.Target;

/** Reads {@code service:NAME}. */
final class Targets {

    private Targets() {
    }

    /** @param services those that it may be of */
    static Target read(Section section, String key, List<String> services) {
        String[] parts = section.required(key).split(":", 2);
        if (parts.length != 2 || !services.contains(parts[0]) || parts[1].isEmpty()) {
            section.problem(key, "'" + key + "' must be "
                    + services.stream().map(service -> service + ":NAME").collect(Collectors.joining(" or ")));
            return new Target(services.getFirst(), "");
        }
        return new Target(parts[0], parts[1]);
    }
}
