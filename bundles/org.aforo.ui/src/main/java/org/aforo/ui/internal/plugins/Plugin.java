package org.aforo.ui.internal.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.client.BenchConnection;
import org.eclipse.core.runtime.IAdaptable;
import tools.jackson.databind.JsonNode;

/**
 * A bundle plugged into a bench, or one that came with it and offers a service, as it told.
 *
 * @param builtIn  whether it came with the bench
 * @param state    {@code active}, {@code starting}, {@code resolved} or {@code unresolved}
 * @param missing  what it asks for and nothing there provides
 * @param services titles, by id, of what it offers, or offered before it was stopped
 */
record Plugin(BenchConnection bench, boolean builtIn, String name, String version, String state, List<String> missing,
        Map<String, String> services)
        implements
            IAdaptable {

    static Plugin of(BenchConnection bench, boolean builtIn, JsonNode node) {
        List<String> missing = new ArrayList<>();
        node.path("missing").forEach(line -> missing.add(line.asString("")));
        Map<String, String> services = new LinkedHashMap<>();
        node.path("services").properties().forEach(one -> services.put(one.getKey(), one.getValue().asString("")));
        return new Plugin(bench, builtIn, node.path("name").asString(""), node.path("version").asString(""),
                node.path("state").asString(""), List.copyOf(missing), services);
    }

    boolean running() {
        return state.equals("active") || state.equals("starting");
    }

    boolean unresolved() {
        return state.equals("unresolved");
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == BenchConnection.class ? type.cast(bench) : null;
    }
}
