package org.aforo.ui.internal.resources;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.LiveResource;

/**
 * Which nodes are open, by who they are, so that they are again after a bench restarted or the workbench did.
 * Connections and services are, unless somebody closed them.
 */
final class OpenNodes {

    private static final int KEPT = 2000;

    private final Map<String, Boolean> chosen = new LinkedHashMap<>();
    private final Set<Object> now = new HashSet<>();

    boolean wants(Object element) {
        boolean usual = element instanceof BenchConnection || element instanceof ServiceView;
        return chosen.getOrDefault(key(element), usual);
    }

    /** Somebody opened or closed it. */
    void choose(Object element, boolean open) {
        String key = key(element);
        chosen.remove(key);
        chosen.put(key, open);
        if (chosen.size() > KEPT) {
            chosen.remove(chosen.keySet().iterator().next());
        }
    }

    /** Those that are open now. */
    Set<Object> now() {
        return now;
    }

    /** A text of {@link #choose} choices for {@link #restore}. */
    String text() {
        StringBuilder text = new StringBuilder();
        chosen.forEach((key, open) -> text.append(open ? '+' : '-').append(key).append('\n'));
        return text.toString();
    }

    void restore(String text) {
        text.lines().filter(line -> line.length() > 1)
                .forEach(line -> chosen.put(line.substring(1), line.charAt(0) == '+'));
    }

    private static String key(Object element) {
        return switch (element) {
            case BenchConnection connection -> connection.endpoint().toString();
            case ServiceView service -> key(service.connection()) + ' ' + service.id();
            case LiveResource resource -> key(resource.connection()) + ' ' + resource.arn();
            case ResourceGroup group -> key(group.parent()) + ' ' + group.index();
            default -> "";
        };
    }
}
