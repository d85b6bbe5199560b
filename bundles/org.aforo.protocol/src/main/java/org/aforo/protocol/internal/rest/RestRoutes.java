package org.aforo.protocol.internal.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;

/**
 * Finds an operation by method, path, query and headers. Where several fit, as many of S3's do, the most exact path
 * wins, then the one most of whose needs are met.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html">HTTP bindings</a>
 */
public final class RestRoutes {

    private final Map<String, List<RestRoute>> byMethod;

    private RestRoutes(Map<String, List<RestRoute>> byMethod) {
        this.byMethod = byMethod;
    }

    /** What a request is for. */
    public record Match(Operation operation, Map<String, String> labels) {
    }

    public static RestRoutes of(ServiceModel model) {
        Map<String, List<RestRoute>> byMethod = new HashMap<>();
        for (Operation operation : model.operations().values()) {
            byMethod.computeIfAbsent(operation.method(), m -> new ArrayList<>()).add(new RestRoute(operation));
        }
        return new RestRoutes(byMethod);
    }

    /**
     * The operation, or null when there is none.
     *
     * @param path undecoded
     */
    public Match find(Incoming in, String path) {
        List<RestRoute> routes = byMethod.getOrDefault(in.method(), List.of());
        List<String> segments = RestRoute.split(path);
        Match match = best(routes, in, segments);
        boolean slash = segments.size() > 1 && segments.getLast().isEmpty();
        return match == null && slash ? best(routes, in, segments.subList(0, segments.size() - 1)) : match;
    }

    private static Match best(List<RestRoute> routes, Incoming in, List<String> segments) {
        RestRoute best = null;
        Map<String, String> labels = null;
        int score = -1;
        for (RestRoute route : routes) {
            Map<String, String> found = route.match(segments);
            int needs = found == null ? -1 : score(route, in);
            if (needs > score) {
                best = route;
                labels = found;
                score = needs;
            }
        }
        return best == null ? null : new Match(best.operation(), labels);
    }

    /** A request that lacks a required parameter is still an operation's, if no other fits better. */
    private static int score(RestRoute route, Incoming in) {
        int needs = route.needs(in);
        if (needs < 0) {
            return route.literals() > 0 && route.literalsFit(in) ? 1 : route.literals() > 0 ? -1 : 0;
        }
        return 1 + route.precision() * 64 + needs;
    }
}
