package org.aforo.ui.internal.plugins;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.eclipse.core.runtime.IAdaptable;
import tools.jackson.databind.JsonNode;

/**
 * A bundle plugged into a bench, as it told.
 *
 * @param state   {@code active}, {@code starting}, {@code resolved} or {@code unresolved}
 * @param missing what it asks for and nothing there provides
 */
record Plugin(BenchConnection bench, String name, String version, String state, List<String> missing)
        implements
            IAdaptable {

    static Plugin of(BenchConnection bench, JsonNode node) {
        List<String> missing = new ArrayList<>();
        node.path("missing").forEach(line -> missing.add(line.asString("")));
        return new Plugin(bench, node.path("name").asString(""), node.path("version").asString(""),
                node.path("state").asString(""), List.copyOf(missing));
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
