package org.aforo.protocol.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.api.IngestionService;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.protocol.internal.model.ServiceModel;

/** The services that are plugged in, and what is remembered of those that were. */
public final class Table {

    private final List<Plugged> all = new CopyOnWriteArrayList<>();
    private final Map<String, Gone> gone = new ConcurrentHashMap<>();

    /** A service that was taken out: how its callers are known, and what they are told it was. */
    record Gone(String id, String title, List<String> prefixes, List<String> paths) {
        static Gone of(Plugged plugged) {
            List<String> prefixes = plugged.apis().stream().map(Api::modelIfRead).filter(m -> m != null)
                    .map(ServiceModel::targetPrefix).filter(p -> p != null).toList();
            return new Gone(plugged.descriptor().id(), plugged.descriptor().title(), prefixes,
                    plugged.routes().stream().map(HttpRoute::path).toList());
        }
    }

    record Route(Plugged plugged, HttpRoute route) {
    }

    public void add(IngestionService service) {
        Plugged plugged = new Plugged(service);
        all.add(plugged);
        gone.remove(plugged.descriptor().id());
    }

    public void remove(IngestionService service, Duration drain) {
        for (Plugged plugged : all) {
            if (plugged.service() == service) {
                all.remove(plugged);
                gone.put(plugged.descriptor().id(), Gone.of(plugged));
                plugged.close(drain);
            }
        }
    }

    public List<Plugged> all() {
        return all;
    }

    /** The service of that id, or null. */
    public Plugged byId(String id) {
        for (Plugged plugged : all) {
            if (plugged.descriptor().id().equals(id)) {
                return plugged;
            }
        }
        return null;
    }

    /** The service that was taken out and is signed for by that name, or null. */
    Gone gone(String id) {
        return gone.get(id);
    }

    /** The service that was taken out and had that prefix of X-Amz-Target, or null. */
    Gone goneWithPrefix(String prefix) {
        for (Gone g : gone.values()) {
            if (g.prefixes.contains(prefix)) {
                return g;
            }
        }
        return null;
    }

    /** The service that was taken out and answered plain HTTP under a path, or null. */
    Gone goneAt(String path) {
        for (Gone g : gone.values()) {
            if (g.paths.stream().anyMatch(p -> isBelow(path, p))) {
                return g;
            }
        }
        return null;
    }

    /** The longest path that holds {@code path}, or null. */
    Route route(String path) {
        Route best = null;
        for (Plugged plugged : all) {
            for (HttpRoute route : plugged.routes()) {
                boolean longer = best == null || route.path().length() > best.route.path().length();
                if (longer && isBelow(path, route.path())) {
                    best = new Route(plugged, route);
                }
            }
        }
        return best;
    }

    private static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
