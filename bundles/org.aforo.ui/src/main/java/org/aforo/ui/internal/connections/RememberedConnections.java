package org.aforo.ui.internal.connections;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;

/** Which benches are connected when the workbench starts, kept in its preferences. */
final class RememberedConnections {

    private static final String KEY = "connections";

    /** A bench to connect to. */
    record Remembered(String name, URI endpoint) {
    }

    private RememberedConnections() {
    }

    static List<Remembered> all() {
        List<Remembered> all = new ArrayList<>();
        try {
            Control.JSON.readTree(preferences().get(KEY, "[]")).forEach(node -> BenchAddress
                    .parse(node.path("url").asString(""))
                    .ifPresent(uri -> all.add(new Remembered(node.path("name").asString(uri.toString()), uri))));
        } catch (JacksonException e) {
            Notices.failed(Messages.save_failed, String.valueOf(e.getMessage()));
        }
        return all;
    }

    static void add(BenchConnection connection) {
        List<Remembered> all = all();
        all.removeIf(known -> known.endpoint().equals(connection.endpoint()));
        all.add(new Remembered(connection.name(), connection.endpoint()));
        save(all);
    }

    static void remove(BenchConnection connection) {
        List<Remembered> all = all();
        if (all.removeIf(known -> known.endpoint().equals(connection.endpoint()))) {
            save(all);
        }
    }

    static void save(List<Remembered> all) {
        ArrayNode array = Control.JSON.createArrayNode();
        all.forEach(one -> array.addObject().put("name", one.name()).put("url", one.endpoint().toString()));
        preferences().put(KEY, array.toString());
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            Notices.failed(Messages.save_failed, String.valueOf(e.getMessage()));
        }
    }

    /** Connects to all of them. */
    static void connect() {
        all().forEach(one -> Connections.shared().connect(one.name(), one.endpoint(), false));
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Sampling.PREFERENCES);
    }
}
